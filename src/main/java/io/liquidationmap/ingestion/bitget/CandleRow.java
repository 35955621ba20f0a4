package io.liquidationmap.ingestion.bitget;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.liquidationmap.ingestion.archive.Kline;
import java.time.Instant;

/// A candle as an array of seven; of the mark price it comes with zeros for volumes.
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
@JsonPropertyOrder({"openTime", "open", "high", "low", "close", "baseVolume", "quoteVolume"})
record CandleRow(
        long openTime, double open, double high, double low, double close, double baseVolume, double quoteVolume) {

    /// As a kline; sizes are in coins whatever the margin.
    Kline toKline() {
        return new Kline(Instant.ofEpochMilli(openTime), open, high, low, close, baseVolume, quoteVolume, null);
    }
}
