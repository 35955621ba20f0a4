package io.liquidationmap.ingestion.bybit;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.liquidationmap.ingestion.archive.Kline;
import java.time.Instant;

/// A kline of the mark price as an array of five.
///
/// @param start when it begins, epoch milliseconds
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonPropertyOrder({"start", "open", "high", "low", "close"})
record MarkPriceRow(long start, double open, double high, double low, double close) {

    Kline toKline() {
        return new Kline(Instant.ofEpochMilli(start), open, high, low, close, 0, 0, null);
    }
}
