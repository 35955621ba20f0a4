package io.liquidationmap.ingestion.binance;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.liquidationmap.ingestion.archive.Kline;
import java.time.Instant;

/// A kline as an array of twelve; the prices of the mark come with zeros for volumes.
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
@JsonPropertyOrder({
    "openTime",
    "open",
    "high",
    "low",
    "close",
    "volume",
    "closeTime",
    "quoteVolume",
    "trades",
    "takerBuyVolume",
    "takerBuyQuoteVolume",
    "ignored"
})
record KlineRow(
        long openTime,
        double open,
        double high,
        double low,
        double close,
        double volume,
        long closeTime,
        double quoteVolume,
        long trades,
        double takerBuyVolume,
        double takerBuyQuoteVolume,
        String ignored) {

    Kline toKline() {
        return new Kline(Instant.ofEpochMilli(openTime), open, high, low, close, volume, quoteVolume, takerBuyVolume);
    }
}
