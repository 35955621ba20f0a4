package io.liquidationmap.ingestion.binance;

import io.liquidationmap.ingestion.archive.BarAssembly;
import io.liquidationmap.ingestion.archive.IntervalNames;
import io.liquidationmap.ingestion.archive.PositioningSample;
import io.liquidationmap.ingestion.archive.Stretches;
import io.liquidationmap.market.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the REST interface knows of the last month.
final class BinanceHistory {

    private static final int KLINES_PER_REQUEST = 1500;
    private static final int STATISTICS_PER_REQUEST = 500;
    private static final int FUNDING_PER_REQUEST = 1000;

    /// The longest stretch in which funding, paid hourly at most, fits into one answer.
    private static final Duration FUNDING_STRETCH = Duration.ofHours(FUNDING_PER_REQUEST - 1);

    private static final IntervalNames KLINES =
            lengths("1m", "3m", "5m", "15m", "30m", "1h", "2h", "4h", "6h", "8h", "12h", "1d");
    private static final IntervalNames PERIODS = lengths("5m", "15m", "30m", "1h", "2h", "4h", "6h", "12h", "1d");

    private final FuturesMarket market;
    private final StatisticsLabels labels;

    BinanceHistory(FuturesMarket market, StatisticsLabels labels) {
        this.market = market;
        this.labels = labels;
    }

    /// Adds prices, volumes and positioning of the bars that open in `[from, to)`.
    void collect(BarAssembly bars, String symbol, Interval interval, Instant from, Instant to) {
        String name = KLINES.of(interval);
        Stretches.forEach(from, to, interval.duration().multipliedBy(KLINES_PER_REQUEST), (begin, end) -> {
            Page page = Page.between(name, begin, end, (int) interval.barsBetween(begin, end));
            market.markKlines(symbol, page).forEach(bars::mark);
            market.tradeKlines(symbol, page).forEach(bars::trade);
        });
        collectStatistics(bars, symbol, interval, from, to);
    }

    /// Adds the funding paid in `[from, to)`, which REST knows of all time.
    void collectFunding(BarAssembly bars, String symbol, Instant from, Instant to) {
        Stretches.forEachWithFunding(
                from,
                to,
                FUNDING_STRETCH,
                (begin, end) -> market.funding(symbol, Page.between("", begin, end, FUNDING_PER_REQUEST))
                        .forEach(row -> bars.funding(Instant.ofEpochMilli(row.fundingTime()), row.fundingRate())));
    }

    private void collectStatistics(BarAssembly bars, String symbol, Interval interval, Instant from, Instant to) {
        Interval period = PERIODS.within(interval);
        Duration toEnd = labels.toEnd(period);
        Instant firstLabel = from.plus(interval.duration()).minus(toEnd);
        Instant endOfLabels = to.minus(toEnd).plusMillis(1);
        Duration longest = period.duration().multipliedBy(STATISTICS_PER_REQUEST);
        Stretches.forEach(firstLabel, endOfLabels, longest, (begin, end) -> {
            Page page = Page.between(PERIODS.of(period), begin, end, STATISTICS_PER_REQUEST);
            market.openInterest(symbol, page)
                    .forEach(row -> market.addOpenInterest(
                            bars, symbol, Instant.ofEpochMilli(row.timestamp()).plus(toEnd), row.sumOpenInterest()));
            for (Statistic statistic : Statistic.values()) {
                market.ratios(statistic.path, symbol, page)
                        .forEach(row -> bars.positioning(statistic.sample(
                                Instant.ofEpochMilli(row.timestamp()).plus(toEnd), row)));
            }
        });
    }

    private static IntervalNames lengths(String... names) {
        return new IntervalNames(Stream.of(names).collect(Collectors.toMap(name -> name, name -> name)));
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
