package io.liquidationmap.ingestion.okx;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.liquidationmap.ingestion.archive.Kline;
import java.time.Instant;

/// A candle of the mark price as an array of six.
///
/// @param ts when it begins, epoch milliseconds
/// @param confirm 1 once it has ended, 0 while it runs
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonPropertyOrder({"ts", "open", "high", "low", "close", "confirm"})
record MarkPriceCandleRow(long ts, double open, double high, double low, double close, int confirm) {

    boolean hasEnded() {
        return confirm == 1;
    }

    Kline toKline() {
        return new Kline(Instant.ofEpochMilli(ts), open, high, low, close, 0, 0, null);
    }
}
