package io.liquidationmap.ingestion.gate;

import io.liquidationmap.ingestion.archive.BarAssembly;
import io.liquidationmap.ingestion.archive.PositioningSample;
import io.liquidationmap.market.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Open interest, ratios, taker buys and liquidations, which the venue gives in one row for each period.
final class GateStatistics {

    private static final int ROWS_PER_REQUEST = 1_000;

    private final GateApi api;
    private final StatisticsLabels labels;

    GateStatistics(GateApi api, StatisticsLabels labels) {
        this.api = api;
        this.labels = labels;
    }

    /// Adds them to the bars that open in `[from, to)`; nothing while it cannot be told what they hold for.
    ///
    /// @param tradePrices at which what was traded in a bar is valued, by its open time
    void collect(
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
                    GateHistory.INTERVALS.of(interval),
                    label.getEpochSecond(),
                    (int) Math.min(ROWS_PER_REQUEST, interval.barsBetween(label, last) + 1));
            Instant newest = label.minusSeconds(1);
            for (StatisticsRow row : rows) {
                newest = row.label().isAfter(newest) ? row.label() : newest;
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
}
