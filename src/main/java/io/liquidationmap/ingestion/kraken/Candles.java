package io.liquidationmap.ingestion.kraken;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.liquidationmap.ingestion.archive.Kline;
import io.liquidationmap.ingestion.http.Envelope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Candles, oldest first.
///
/// @param rows none if the request was refused
/// @param moreCandles whether the stretch asked for holds more of them after these
record Candles(
        @JsonProperty("candles") @Nullable List<CandleRow> rows,
        @JsonProperty("more_candles") @Nullable Boolean moreCandles)
        implements Envelope {

    @Override
    public Optional<Fault> fault() {
        return rows == null ? Optional.of(new Fault("no candles", false)) : Optional.empty();
    }

    List<CandleRow> candles() {
        return rows == null ? List.of() : rows;
    }

    /// A candle.
    ///
    /// @param time when it opens, epoch milliseconds
    /// @param volume traded size: coins of a linear contract, US dollars of an inverse one; zero for the mark price
    record CandleRow(long time, double open, double high, double low, double close, double volume) {

        Instant openTime() {
            return Instant.ofEpochMilli(time);
        }

        /// With another size for a volume.
        Kline kline(double coins) {
            return new Kline(openTime(), open, high, low, close, coins, Double.NaN, null);
        }
    }
}
