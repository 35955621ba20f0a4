package io.liquidationmap.ingestion.bitget;

import io.liquidationmap.ingestion.MarketDataSource.OpenInterest;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How a contract stands at present.
///
/// @param holdingAmount open interest, coins
/// @param markPrice quote per coin
/// @param ts when it was so, epoch milliseconds
record TickerRow(
        String symbol,
        @Nullable Double holdingAmount,
        @Nullable Double markPrice,
        @Nullable Long ts) {

    /// What is open, US dollars; null if the row does not say.
    @Nullable Double openInterestUsd() {
        return holdingAmount == null || markPrice == null ? null : (Double) (holdingAmount * markPrice);
    }

    /// What is open; empty if the row does not say, or not when.
    Optional<OpenInterest> openInterest() {
        return holdingAmount == null || ts == null
                ? Optional.empty()
                : Optional.of(new OpenInterest(Instant.ofEpochMilli(ts), holdingAmount));
    }
}
