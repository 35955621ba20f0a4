package io.liquidationmap.ingestion.deribit;

import static java.util.Map.entry;

import io.liquidationmap.ingestion.archive.BarAssembly;
import io.liquidationmap.ingestion.archive.IntervalNames;
import io.liquidationmap.ingestion.archive.Stretches;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/// What the REST interface knows of the past: candles of trades, and funding. Of the mark price it knows the present
/// only.
final class DeribitHistory {

    /// How many an answer can hold is not documented; others have had four times as many.
    static final int CANDLES_PER_REQUEST = 1_000;

    private static final Duration FUNDING_STRETCH = Duration.ofDays(30);

    private static final IntervalNames RESOLUTIONS = new IntervalNames(Map.ofEntries(
            entry("1m", "1"),
            entry("3m", "3"),
            entry("5m", "5"),
            entry("10m", "10"),
            entry("15m", "15"),
            entry("30m", "30"),
            entry("1h", "60"),
            entry("2h", "120"),
            entry("3h", "180"),
            entry("6h", "360"),
            entry("12h", "720"),
            entry("1d", "1D")));

    private final DeribitApi api;

    DeribitHistory(DeribitApi api) {
        this.api = api;
    }

    /// Adds what is known of the bars that open in `[from, to)`.
    void collect(BarAssembly bars, Instrument instrument, Interval interval, Instant from, Instant to) {
        collectCandles(bars, instrument, interval, from, to);
        Stretches.forEachWithFunding(
                from,
                to,
                FUNDING_STRETCH,
                (begin, end) -> api.funding(instrument.symbol(), millis(begin), millis(end) - 1).content().stream()
                        .distinct()
                        .forEach(row -> bars.funding(Instant.ofEpochMilli(row.timestamp()), row.rate())));
    }

    /// Adds prices and volumes of the bars that open in `[from, to)`.
    void collectCandles(BarAssembly bars, Instrument instrument, Interval interval, Instant from, Instant to) {
        String symbol = instrument.symbol();
        String resolution = RESOLUTIONS.of(interval);
        Duration longest = interval.duration().multipliedBy(CANDLES_PER_REQUEST);
        Stretches.forEach(
                from,
                to,
                longest,
                (begin, end) -> api.chart(symbol, resolution, millis(begin), millis(end) - 1)
                        .content()
                        .klines()
                        .forEach(bars::trade));
    }

    private static long millis(Instant instant) {
        return instant.toEpochMilli();
    }
}
