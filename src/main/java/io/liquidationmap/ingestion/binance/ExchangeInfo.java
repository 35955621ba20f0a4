package io.liquidationmap.ingestion.binance;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is listed.
record ExchangeInfo(List<Symbol> symbols) {

    /// A contract.
    ///
    /// @param contractType `PERPETUAL`, or one of dated and other contracts
    /// @param status `TRADING` while it trades
    /// @param onboardDate when it was listed, epoch milliseconds
    record Symbol(
            String symbol,
            @Nullable String contractType,
            @Nullable String status,
            @Nullable String baseAsset,
            @Nullable String quoteAsset,
            @Nullable Long onboardDate) {}
}
