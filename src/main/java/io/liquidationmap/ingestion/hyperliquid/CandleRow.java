package io.liquidationmap.ingestion.hyperliquid;

import io.liquidationmap.ingestion.archive.Kline;
import java.time.Instant;

/// A candle of trades.
///
/// @param t when it opens, epoch milliseconds
/// @param o open, quote per coin
/// @param h high
/// @param l low
/// @param c close
/// @param v traded size, coins
record CandleRow(long t, double o, double h, double l, double c, double v) {

    Instant openTime() {
        return Instant.ofEpochMilli(t);
    }

    /// The venue does not say for how much was traded, nor who took.
    Kline toKline() {
        return new Kline(openTime(), o, h, l, c, v, Double.NaN, null);
    }
}
