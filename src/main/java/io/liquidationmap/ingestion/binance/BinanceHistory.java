package io.liquidationmap.ingestion.binance;

import io.liquidationmap.ingestion.archive.BarAssembly;
import io.liquidationmap.ingestion.archive.PositioningSample;
import io.liquidationmap.ingestion.archive.Stretches;
import io.liquidationmap.market.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// What the REST interface knows of the last month.
final class BinanceHistory {

    private static final int KLINES_PER_REQUEST = 1500;
    private static final int STATISTICS_PER_REQUEST = 500;
    private static final int FUNDING_PER_REQUEST = 1000;

    /// The longest stretch in which funding, paid hourly at most, fits into one answer.
    private static final Duration FUNDING_STRETCH = Duration.ofHours(FUNDING_PER_REQUEST - 1);

    /// The periods of the statistics.
    private static final List<Interval> PERIODS =
            List.of("5m", "15m", "30m", "1h", "2h", "4h", "6h", "12h", "1d").stream()
                    .map(Interval::parse)
                    .toList();

    private final BinanceApi api;
    private final StatisticsLabels labels;

    BinanceHistory(BinanceApi api, StatisticsLabels labels) {
        this.api = api;
        this.labels = labels;
    }

    /// Adds prices, volumes and positioning of the bars that open in `[from, to)`.
    void collect(BarAssembly bars, String symbol, Interval interval, Instant from, Instant to) {
        String name = interval.toString();
        Stretches.forEach(from, to, interval.duration().multipliedBy(KLINES_PER_REQUEST), (begin, end) -> {
            int limit = (int) interval.barsBetween(begin, end);
            long first = begin.toEpochMilli();
            long last = end.toEpochMilli() - 1;
            api.markPriceKlines(symbol, name, first, last, limit).forEach(row -> bars.mark(row.toKline()));
            api.klines(symbol, name, first, last, limit).forEach(row -> bars.trade(row.toKline()));
        });
        collectStatistics(bars, symbol, interval, from, to);
    }

    /// Adds the funding paid in `[from, to)`, which REST knows of all time.
    void collectFunding(BarAssembly bars, String symbol, Instant from, Instant to) {
        Stretches.forEach(
                from,
                to,
                FUNDING_STRETCH,
                (begin, end) -> api.fundingRates(
                                symbol, begin.toEpochMilli(), end.toEpochMilli() - 1, FUNDING_PER_REQUEST)
                        .forEach(row -> bars.funding(Instant.ofEpochMilli(row.fundingTime()), row.fundingRate())));
    }

    private void collectStatistics(BarAssembly bars, String symbol, Interval interval, Instant from, Instant to) {
        Interval period = periodFor(interval);
        Duration toEnd = labels.toEnd(period);
        Instant firstLabel = from.plus(interval.duration()).minus(toEnd);
        Instant endOfLabels = to.minus(toEnd).plusMillis(1);
        Stretches.forEach(
                firstLabel, endOfLabels, period.duration().multipliedBy(STATISTICS_PER_REQUEST), (begin, end) -> {
                    long first = begin.toEpochMilli();
                    long last = end.toEpochMilli() - 1;
                    String name = period.toString();
                    api.openInterestHistory(symbol, name, first, last, STATISTICS_PER_REQUEST)
                            .forEach(row -> bars.positioning(PositioningSample.openInterest(
                                    Instant.ofEpochMilli(row.timestamp()).plus(toEnd), row.sumOpenInterest())));
                    for (Statistic statistic : Statistic.values()) {
                        api.ratios(statistic.path, symbol, name, first, last, STATISTICS_PER_REQUEST)
                                .forEach(row -> bars.positioning(statistic.sample(
                                        Instant.ofEpochMilli(row.timestamp()).plus(toEnd), row)));
                    }
                });
    }

    /// The longest period whose ends include every end of a bar.
    private static Interval periodFor(Interval interval) {
        return PERIODS.stream()
                .filter(period -> interval.millis() % period.millis() == 0)
                .reduce((shorter, longer) -> longer)
                .orElse(PERIODS.getFirst());
    }

    private enum Statistic {
        ALL_ACCOUNTS("globalLongShortAccountRatio"),
        TOP_ACCOUNTS("topLongShortAccountRatio"),
        TOP_POSITIONS("topLongShortPositionRatio");

        private final String path;

        Statistic(String path) {
            this.path = path;
        }

        private PositioningSample sample(Instant at, RatioRow row) {
            Double ratio = row.longShortRatio();
            return switch (this) {
                case ALL_ACCOUNTS -> new PositioningSample(at, null, ratio, null, null);
                case TOP_ACCOUNTS -> new PositioningSample(at, null, null, ratio, null);
                case TOP_POSITIONS -> new PositioningSample(at, null, null, null, ratio);
            };
        }
    }
}
