package io.liquidationmap.ingestion.bitmex;

import io.liquidationmap.ingestion.archive.Kline;
import io.liquidationmap.market.Interval;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What was traded in a stretch of time.
///
/// @param timestamp its end
/// @param open close of the stretch before, quote per coin; none before the first trade ever
/// @param high highest trade
/// @param low lowest trade
/// @param close last trade, or that of the stretch before
/// @param homeNotional traded coins, also of an inverse contract
/// @param foreignNotional traded amount, quote currency
record BucketRow(
        @Nullable String symbol,
        Instant timestamp,
        @Nullable Double open,
        @Nullable Double high,
        @Nullable Double low,
        @Nullable Double close,
        @Nullable Double homeNotional,
        @Nullable Double foreignNotional) {

    /// As a kline, which begins where the venue's stamp minus its length says; null if there was no price yet.
    ///
    /// What was paid last before the stretch was the price when it began, so it widens the range of the trades within.
    @Nullable Kline toKline(Interval length) {
        if (open == null || high == null || low == null || close == null || homeNotional == null) {
            return null;
        }
        return new Kline(
                timestamp.minus(length.duration()),
                open,
                Math.max(high, Math.max(open, close)),
                Math.min(low, Math.min(open, close)),
                close,
                homeNotional,
                foreignNotional == null ? Double.NaN : foreignNotional,
                null);
    }
}
