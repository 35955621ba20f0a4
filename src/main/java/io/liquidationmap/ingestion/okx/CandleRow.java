package io.liquidationmap.ingestion.okx;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.liquidationmap.ingestion.archive.Kline;
import java.time.Instant;

/// A candle of trades as an array of nine.
///
/// @param ts when it begins, epoch milliseconds
/// @param vol contracts
/// @param volCcy coins
/// @param volCcyQuote quote currency
/// @param confirm 1 once it has ended, 0 while it runs
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonPropertyOrder({"ts", "open", "high", "low", "close", "vol", "volCcy", "volCcyQuote", "confirm"})
record CandleRow(
        long ts,
        double open,
        double high,
        double low,
        double close,
        double vol,
        double volCcy,
        double volCcyQuote,
        int confirm) {

    boolean hasEnded() {
        return confirm == 1;
    }

    /// The number of contracts is exact; what else is needed to know their average price is taken from the venue.
    Kline toKline(OkxContract contract) {
        double size = vol * contract.size();
        boolean linear = contract.isLinear();
        return new Kline(
                Instant.ofEpochMilli(ts),
                open,
                high,
                low,
                close,
                linear ? size : volCcy,
                linear ? volCcyQuote : size,
                null);
    }
}
