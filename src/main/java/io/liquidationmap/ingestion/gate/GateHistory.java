package io.liquidationmap.ingestion.gate;

import io.liquidationmap.ingestion.archive.BarAssembly;
import io.liquidationmap.ingestion.archive.IntervalNames;
import io.liquidationmap.ingestion.archive.Kline;
import io.liquidationmap.ingestion.archive.Stretches;
import io.liquidationmap.market.Interval;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the REST interface knows of the past: candles of some ten thousand bars, statistics and funding of half a year.
final class GateHistory {

    /// Measured, not documented: "Maximum 10000 points recently are allowed", and a few less in fact.
    private static final int CANDLES_KEPT = 9_990;

    private static final Duration STATISTICS_KEPT = Duration.ofDays(179);
    private static final int CANDLES_PER_REQUEST = 1_900;
    private static final int FUNDING_PER_REQUEST = 1_000;
    private static final Duration FUNDING_STRETCH = Duration.ofHours(FUNDING_PER_REQUEST - 1);

    /// What statistics have, too.
    static final IntervalNames INTERVALS = new IntervalNames(Stream.of("1m", "5m", "15m", "30m", "1h", "4h", "1d")
            .collect(Collectors.toMap(name -> name, name -> name)));

    private final GateApi api;
    private final GateStatistics statistics;
    private final Clock clock;

    GateHistory(GateApi api, GateStatistics statistics, Clock clock) {
        this.api = api;
        this.statistics = statistics;
        this.clock = clock;
    }

    /// Open time of the oldest bar of which there is a candle.
    Instant firstCandle(Interval interval) {
        return interval.ceiling(clock.instant().minus(interval.duration().multipliedBy(CANDLES_KEPT)));
    }

    /// Open time of the oldest bar of which there are statistics.
    Instant firstStatistics(Interval interval) {
        return interval.ceiling(clock.instant().minus(STATISTICS_KEPT));
    }

    /// Adds what is known of the bars that open in `[from, to)`.
    void collect(BarAssembly bars, Contract contract, Interval interval, Instant from, Instant to) {
        Instant first = later(from, firstCandle(interval));
        Map<Instant, Double> tradePrices = new HashMap<>();
        Stretches.forEach(first, to, interval.duration().multipliedBy(CANDLES_PER_REQUEST), (begin, end) -> {
            candles(contract, "mark_", interval, begin, end).forEach(row -> bars.mark(row.kline(0, 0)));
            candles(contract, "", interval, begin, end).forEach(row -> {
                Kline kline = trades(contract, row);
                tradePrices.put(kline.openTime(), kline.typicalPrice());
                bars.trade(kline);
            });
        });
        Instant counted = later(first, firstStatistics(interval));
        if (counted.isBefore(to)) {
            statistics.collect(bars, contract, interval, counted, to, tradePrices);
            collectFunding(bars, contract, counted, to);
        }
    }

    private List<CandleRow> candles(Contract contract, String prefix, Interval interval, Instant begin, Instant end) {
        return api.candles(
                contract.settle(),
                prefix + contract.instrument().symbol(),
                INTERVALS.of(interval),
                begin.getEpochSecond(),
                end.getEpochSecond() - 1);
    }

    private static Kline trades(Contract contract, CandleRow row) {
        double contracts = row.v() == null ? 0 : row.v();
        double coins = contract.coins(contracts, row.kline(0, 0).typicalPrice());
        return row.kline(coins, contract.isInverse() || row.sum() == null ? Double.NaN : row.sum());
    }

    private void collectFunding(BarAssembly bars, Contract contract, Instant from, Instant to) {
        Stretches.forEachWithFunding(
                from,
                to,
                FUNDING_STRETCH,
                (begin, end) -> api.fundingRates(
                                contract.settle(),
                                contract.instrument().symbol(),
                                begin.getEpochSecond(),
                                end.getEpochSecond() - 1,
                                FUNDING_PER_REQUEST)
                        .forEach(row -> bars.funding(Instant.ofEpochSecond(row.t()), row.r())));
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
