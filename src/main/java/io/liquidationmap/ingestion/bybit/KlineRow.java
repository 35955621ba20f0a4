package io.liquidationmap.ingestion.bybit;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.liquidationmap.ingestion.archive.Kline;
import io.liquidationmap.market.ContractType;
import java.time.Instant;

/// A kline of trades as an array of seven.
///
/// @param start when it begins, epoch milliseconds
/// @param volume coins of a linear contract, US dollars of an inverse one
/// @param turnover quote currency of a linear contract, coins of an inverse one
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonPropertyOrder({"start", "open", "high", "low", "close", "volume", "turnover"})
record KlineRow(long start, double open, double high, double low, double close, double volume, double turnover) {

    /// The taker's side is not published.
    Kline toKline(ContractType contract) {
        boolean linear = contract == ContractType.LINEAR;
        return new Kline(
                Instant.ofEpochMilli(start),
                open,
                high,
                low,
                close,
                linear ? volume : turnover,
                linear ? turnover : volume,
                null);
    }
}
