package io.liquidationmap.ingestion.gate;

import io.liquidationmap.ingestion.archive.Kline;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A candle.
///
/// @param t when it opens, epoch seconds
/// @param o open, quote per coin
/// @param h high
/// @param l low
/// @param c close
/// @param v traded contracts; absent for the mark price
/// @param sum traded amount, quote currency
record CandleRow(
        double t,
        double o,
        double h,
        double l,
        double c,
        @Nullable Double v,
        @Nullable Double sum) {

    Instant openTime() {
        return Instant.ofEpochSecond(Math.round(t));
    }

    /// With sizes as a bar needs them.
    Kline kline(double coins, double quoteVolume) {
        return new Kline(openTime(), o, h, l, c, coins, quoteVolume, null);
    }
}
