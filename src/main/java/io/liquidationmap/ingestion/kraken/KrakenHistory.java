package io.liquidationmap.ingestion.kraken;

import io.liquidationmap.ingestion.archive.BarAssembly;
import io.liquidationmap.ingestion.archive.IntervalNames;
import io.liquidationmap.ingestion.archive.Stretches;
import io.liquidationmap.ingestion.kraken.Candles.CandleRow;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.Interval;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the venue knows of the past: candles of the mark and of trades, statistics, and funding.
final class KrakenHistory {

    private static final int ROWS_PER_REQUEST = 1_000;

    private static final IntervalNames RESOLUTIONS =
            new IntervalNames(Stream.of("1m", "5m", "15m", "30m", "1h", "4h", "12h", "1d")
                    .collect(Collectors.toMap(name -> name, name -> name)));

    private final KrakenApi api;
    private final KrakenFunding funding;

    KrakenHistory(KrakenApi api, Clock clock) {
        this.api = api;
        this.funding = new KrakenFunding(api, clock);
    }

    /// Adds what is known of the bars that open in `[from, to)`.
    void collect(BarAssembly bars, Instrument instrument, Interval interval, Instant from, Instant to) {
        Stretches.forEach(from, to, longest(interval), (begin, end) -> {
            Map<Instant, Double> tradePrices = collectPage(bars, instrument, interval, begin, end);
            new KrakenStatistics(api, bars, instrument, interval, begin, end).collect(tradePrices);
        });
        funding.collect(bars, instrument.symbol(), from, to);
    }

    /// Adds prices and volumes of the bars that open in `[from, to)`.
    void collectCandles(BarAssembly bars, Instrument instrument, Interval interval, Instant from, Instant to) {
        Stretches.forEach(
                from, to, longest(interval), (begin, end) -> collectPage(bars, instrument, interval, begin, end));
    }

    private static Duration longest(Interval interval) {
        return interval.duration().multipliedBy(ROWS_PER_REQUEST);
    }

    /// Adds prices and volumes.
    ///
    /// @return at what price the trades of each bar are valued, by its open time
    private Map<Instant, Double> collectPage(
            BarAssembly bars, Instrument instrument, Interval interval, Instant begin, Instant end) {
        String resolution = RESOLUTIONS.of(interval);
        forEachCandle("mark", instrument, resolution, begin, end, row -> bars.mark(row.kline(0)));
        Map<Instant, Double> tradePrices = new HashMap<>();
        forEachCandle("trade", instrument, resolution, begin, end, row -> {
            double price = row.kline(0).typicalPrice();
            tradePrices.put(row.openTime(), price);
            bars.trade(row.kline(coins(instrument, row.volume(), price)));
        });
        return tradePrices;
    }

    private void forEachCandle(
            String price,
            Instrument instrument,
            String resolution,
            Instant begin,
            Instant end,
            Consumer<CandleRow> action) {
        long from = begin.getEpochSecond();
        long to = end.getEpochSecond() - 1;
        boolean more = true;
        while (more && from <= to) {
            Candles page = api.candles(price, instrument.symbol(), resolution, from, to);
            page.candles().stream()
                    .filter(row ->
                            !row.openTime().isBefore(begin) && row.openTime().isBefore(end))
                    .forEach(action);
            long next = page.candles().stream()
                    .mapToLong(row -> row.openTime().getEpochSecond() + 1)
                    .max()
                    .orElse(from);
            more = Boolean.TRUE.equals(page.moreCandles()) && next > from;
            from = next;
        }
    }

    /// Inverse contracts are counted in US dollars.
    static double coins(Instrument instrument, double size, double price) {
        return instrument.contract() == ContractType.INVERSE ? size / price : size;
    }
}
