package io.liquidationmap.ingestion.archive;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A kline as it was delivered; nothing about it is checked yet. One of the mark price has no volumes, only zeros.
///
/// @param openTime when it begins
/// @param open quote per coin
/// @param high quote per coin
/// @param low quote per coin
/// @param close quote per coin
/// @param volume traded size, coins
/// @param quoteVolume traded size, quote currency; NaN where the venue does not say
/// @param takerBuyVolume the part of the volume in which the taker bought, coins; null where the venue does not say
public record Kline(
        Instant openTime,
        double open,
        double high,
        double low,
        double close,
        double volume,
        double quoteVolume,
        @Nullable Double takerBuyVolume) {

    /// The price at which a volume that is counted in dollars is taken to be traded, where nothing better is known: the
    /// geometric mean of low, high and close.
    public double typicalPrice() {
        return Math.cbrt(low * high * close);
    }
}
