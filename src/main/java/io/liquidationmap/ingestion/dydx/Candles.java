package io.liquidationmap.ingestion.dydx;

import io.liquidationmap.ingestion.archive.Kline;
import io.liquidationmap.ingestion.http.Envelope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Candles, newest first.
record Candles(@Nullable List<CandleRow> candles) implements Envelope {

    @Override
    public Optional<Fault> fault() {
        return candles == null ? Optional.of(new Fault("no candles", false)) : Optional.empty();
    }

    List<CandleRow> rows() {
        return candles == null ? List.of() : candles;
    }

    /// A candle of trades; where there were none, of the price of the last one before.
    ///
    /// @param startedAt when it opens
    /// @param baseTokenVolume traded coins
    /// @param usdVolume traded US dollars
    /// @param startingOpenInterest coins held long just before the first block of the candle: at its beginning, which is the
    ///     end of the one before. Nothing is written as zero where the indexer does not know it
    record CandleRow(
            Instant startedAt,
            double open,
            double high,
            double low,
            double close,
            double baseTokenVolume,
            double usdVolume,
            @Nullable Double startingOpenInterest) {

        Kline toKline() {
            return new Kline(startedAt, open, high, low, close, baseTokenVolume, usdVolume, null);
        }
    }
}
