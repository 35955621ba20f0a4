package io.liquidationmap.ingestion.gate;

import io.liquidationmap.ingestion.archive.BarAssembly;
import io.liquidationmap.ingestion.archive.IntervalNames;
import io.liquidationmap.ingestion.archive.Kline;
import io.liquidationmap.ingestion.archive.PositioningSample;
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
    private static final int STATISTICS_PER_REQUEST = 1_000;
    private static final int FUNDING_PER_REQUEST = 1_000;
    private static final Duration FUNDING_STRETCH = Duration.ofHours(FUNDING_PER_REQUEST - 1);

    private static final IntervalNames INTERVALS =
            new IntervalNames(Stream.of("1m", "5m", "15m", "30m", "1h", "4h", "1d")
                    .collect(Collectors.toMap(name -> name, name -> name)));

    private final GateApi api;
    private final StatisticsLabels labels;
    private final Clock clock;

    GateHistory(GateApi api, StatisticsLabels labels, Clock clock) {
        this.api = api;
        this.labels = labels;
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
            candles(contract, "mark_", interval, begin, end)
                    .forEach(row ->
                            bars.mark(new Kline(row.openTime(), row.o(), row.h(), row.l(), row.c(), 0, 0, null)));
            candles(contract, "", interval, begin, end).forEach(row -> {
                Kline kline = trades(contract, row);
                tradePrices.put(kline.openTime(), kline.typicalPrice());
                bars.trade(kline);
            });
        });
        Instant counted = later(first, firstStatistics(interval));
        if (counted.isBefore(to)) {
            collectStatistics(bars, contract, interval, counted, to, tradePrices);
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
        Kline prices = new Kline(row.openTime(), row.o(), row.h(), row.l(), row.c(), 0, 0, null);
        return new Kline(
                row.openTime(),
                row.o(),
                row.h(),
                row.l(),
                row.c(),
                contract.coins(contracts, prices.typicalPrice()),
                contract.isInverse() || row.sum() == null ? Double.NaN : row.sum(),
                null);
    }

    private void collectStatistics(
            BarAssembly bars,
            Contract contract,
            Interval interval,
            Instant from,
            Instant to,
            Map<Instant, Double> tradePrices) {
        Duration toEnd = labels.toEnd(interval).orElse(null);
        if (toEnd == null) {
            return;
        }
        Instant label = from.plus(interval.duration()).minus(toEnd);
        Instant last = to.minus(toEnd);
        while (!label.isAfter(last)) {
            List<StatisticsRow> rows = api.statistics(
                    contract.settle(),
                    contract.instrument().symbol(),
                    INTERVALS.of(interval),
                    label.getEpochSecond(),
                    (int) Math.min(STATISTICS_PER_REQUEST, interval.barsBetween(label, last) + 1));
            Instant newest = label.minusSeconds(1);
            for (StatisticsRow row : rows) {
                newest = later(newest, row.label());
                add(bars, contract, interval, row, row.label().plus(toEnd), tradePrices);
            }
            if (newest.isBefore(label)) {
                return;
            }
            label = interval.floor(newest).plus(interval.duration());
        }
    }

    private static void add(
            BarAssembly bars,
            Contract contract,
            Interval interval,
            StatisticsRow row,
            Instant end,
            Map<Instant, Double> tradePrices) {
        if (!interval.isBoundary(end)) {
            bars.refuse(end, "statistics do not hold for the end of a bar");
            return;
        }
        Instant open = end.minus(interval.duration());
        Double contracts = row.openInterest();
        Double linear =
                contracts == null || contract.isInverse() ? null : (Double) contract.coins(contracts, Double.NaN);
        bars.positioning(new PositioningSample(end, linear, row.lsrAccount(), row.topLsrAccount(), row.topLsrSize()));
        if (contracts != null && contract.isInverse()) {
            bars.openInterestUsd(end, contract.usd(contracts, Double.NaN));
        }
        Double tradePrice = tradePrices.get(open);
        if (row.longTakerSize() != null && tradePrice != null) {
            bars.takerBuyVolume(open, contract.coins(row.longTakerSize(), tradePrice));
        }
        if (row.longLiqSize() != null && row.shortLiqSize() != null && row.markPrice() != null) {
            bars.liquidations(
                    open,
                    contract.usd(row.longLiqSize(), row.markPrice()),
                    contract.usd(row.shortLiqSize(), row.markPrice()));
        }
    }

    private void collectFunding(BarAssembly bars, Contract contract, Instant from, Instant to) {
        Stretches.forEach(
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
