package io.liquidationmap.ingestion.bybit;

import io.liquidationmap.market.ContractType;
import org.jspecify.annotations.Nullable;

/// How a contract stands at present.
///
/// @param openInterest of both sides together, in coins of a linear contract and US dollars of an inverse one
/// @param singleOpenInterest of one side
/// @param markPrice quote per coin
record TickerRow(
        String symbol,
        @Nullable Double openInterest,
        @Nullable Double singleOpenInterest,
        @Nullable Double markPrice) {

    /// Open interest counted once, in coins; null if the row does not say.
    @Nullable Double coins(ContractType contract) {
        Double counted = counted();
        return switch (contract) {
            case LINEAR -> counted;
            case INVERSE -> counted == null || markPrice == null ? null : (Double) (counted / markPrice);
        };
    }

    /// Open interest counted once, in US dollars; null if the row does not say.
    @Nullable Double usd(ContractType contract) {
        Double counted = counted();
        return switch (contract) {
            case LINEAR -> counted == null || markPrice == null ? null : (Double) (counted * markPrice);
            case INVERSE -> counted;
        };
    }

    private @Nullable Double counted() {
        return singleOpenInterest != null || openInterest == null ? singleOpenInterest : (Double) (openInterest / 2);
    }
}
