package io.liquidationmap.ingestion.okx;

import static java.util.Collections.max;
import static java.util.Collections.min;

import io.liquidationmap.ingestion.archive.BarAssembly;
import io.liquidationmap.ingestion.archive.PositioningSample;
import io.liquidationmap.ingestion.archive.Stretches;
import io.liquidationmap.market.Interval;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Open interest, the taker's side and long/short ratios. The venue keeps the latest 1,440 periods of every length, so
/// open interest is the coarser the longer ago: at the end of every bar, of every hour, of every fourth, of every day.
/// A row is labelled with the beginning of its period and holds for its end.
final class OkxStatistics {

    private static final int ROWS_PER_REQUEST = 100;
    private static final int IN_COINS = 0;

    /// One less than the venue keeps, for the time that passes.
    private static final int KEPT_PERIODS = 1439;

    private static final List<Interval> COARSE_PERIODS =
            List.of(Interval.ONE_HOUR, Interval.parse("4h"), Interval.ONE_DAY);

    private final OkxApi api;
    private final Clock clock;

    OkxStatistics(OkxApi api, Clock clock) {
        this.api = api;
        this.clock = clock;
    }

    /// Since when there is open interest at the end of every bar of this length.
    Instant keptFrom(Interval interval) {
        return firstKept(OkxPeriods.STATISTICS.within(interval));
    }

    /// Adds what is known about the bars that open in `[from, to)`.
    void collect(BarAssembly bars, OkxContract contract, Interval interval, Instant from, Instant to) {
        Interval period = OkxPeriods.STATISTICS.within(interval);
        Instant firstEnd = from.plus(interval.duration());
        Instant afterLastEnd = to.plusMillis(1);
        collectOpenInterest(bars, contract, period, firstEnd, afterLastEnd);
        collectRatios(bars, contract, period, firstEnd, afterLastEnd);
        if (period.equals(interval)) {
            collectTakerVolume(bars, contract, period, firstEnd, afterLastEnd);
        }
    }

    private void collectOpenInterest(
            BarAssembly bars, OkxContract contract, Interval finest, Instant firstEnd, Instant afterLastEnd) {
        List<Interval> periods = new ArrayList<>(List.of(finest));
        COARSE_PERIODS.stream().filter(period -> period.compareTo(finest) > 0).forEach(periods::add);
        Instant unknownBefore = afterLastEnd;
        for (Interval period : periods) {
            forEachRequest(
                    period,
                    firstEnd,
                    unknownBefore,
                    (begin, end) -> api.openInterestHistory(
                                    symbol(contract), OkxPeriods.STATISTICS.of(period), begin, end, ROWS_PER_REQUEST)
                            .rows()
                            .forEach(row -> add(bars, contract, endOf(row.ts(), period), row.oi() * contract.size())));
            unknownBefore = min(List.of(unknownBefore, firstKept(period).plus(period.duration())));
        }
    }

    private static void add(BarAssembly bars, OkxContract contract, Instant at, double size) {
        switch (contract.instrument().contract()) {
            case LINEAR -> bars.positioning(PositioningSample.openInterest(at, size));
            case INVERSE -> bars.openInterestUsd(at, size);
        }
    }

    private void collectRatios(
            BarAssembly bars, OkxContract contract, Interval period, Instant firstEnd, Instant afterLastEnd) {
        for (OkxRatio ratio : OkxRatio.values()) {
            forEachRequest(
                    period,
                    firstEnd,
                    afterLastEnd,
                    (begin, end) -> api.ratios(
                                    ratio.path(),
                                    symbol(contract),
                                    OkxPeriods.STATISTICS.of(period),
                                    begin,
                                    end,
                                    ROWS_PER_REQUEST)
                            .rows()
                            .forEach(row -> bars.positioning(ratio.sample(endOf(row.ts(), period), row.ratio()))));
        }
    }

    private void collectTakerVolume(
            BarAssembly bars, OkxContract contract, Interval period, Instant firstEnd, Instant afterLastEnd) {
        forEachRequest(
                period,
                firstEnd,
                afterLastEnd,
                (begin, end) -> api.takerVolumes(
                                symbol(contract),
                                OkxPeriods.STATISTICS.of(period),
                                IN_COINS,
                                begin,
                                end,
                                ROWS_PER_REQUEST)
                        .rows()
                        .forEach(row -> bars.takerBuyVolume(Instant.ofEpochMilli(row.ts()), row.bought())));
    }

    /// Asks for the periods that end in `[firstEnd, afterLastEnd)`, as far as they are kept.
    private void forEachRequest(Interval period, Instant firstEnd, Instant afterLastEnd, Request request) {
        Instant firstLabel = max(List.of(firstEnd.minus(period.duration()), firstKept(period)));
        Stretches.forEach(
                firstLabel,
                afterLastEnd.minus(period.duration()),
                period.duration().multipliedBy(ROWS_PER_REQUEST),
                (begin, end) -> request.make(begin.toEpochMilli() - 1, end.toEpochMilli()));
    }

    private Instant firstKept(Interval period) {
        return period.ceiling(clock.instant().minus(period.duration().multipliedBy(KEPT_PERIODS)));
    }

    private static Instant endOf(long label, Interval period) {
        return Instant.ofEpochMilli(label).plus(period.duration());
    }

    private static String symbol(OkxContract contract) {
        return contract.instrument().symbol();
    }

    /// Asks for rows newer than `begin` and older than `end`, epoch milliseconds.
    private interface Request {
        void make(long begin, long end);
    }
}
