package io.liquidationmap.ingestion.bybit;

import io.liquidationmap.market.ContractType;
import org.jspecify.annotations.Nullable;

/// How a contract stands at present.
///
/// @param openInterest of both sides together, in coins of a linear contract and US dollars of an inverse one
/// @param singleOpenInterest of one side
/// @param markPrice quote per coin
record TickerRow(
        String symbol, double openInterest, @Nullable Double singleOpenInterest, double markPrice) {

    /// Open interest counted once, in coins.
    double coins(ContractType contract) {
        double counted = singleOpenInterest == null ? openInterest / 2 : singleOpenInterest;
        return contract == ContractType.LINEAR ? counted : counted / markPrice;
    }
}
