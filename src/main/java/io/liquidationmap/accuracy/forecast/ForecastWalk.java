package io.liquidationmap.accuracy.forecast;

import io.liquidationmap.accuracy.forecast.NaiveRangeModel.Observation;
import io.liquidationmap.history.BarHistory;
import io.liquidationmap.history.BarHistory.SeriesState;
import io.liquidationmap.history.ForecastLog;
import io.liquidationmap.history.ForecastLog.Entry;
import io.liquidationmap.history.ForecastLog.Progress;
import io.liquidationmap.history.LiquidationCompleteness;
import io.liquidationmap.maps.LiquidationMaps;
import io.liquidationmap.market.Completeness;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.Side;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Walks through the history of a series, bucket after bucket, and records what the map as of the beginning of each
/// said of it. Goes on where it stopped; where bars behind that have changed since, it goes back to the first of them.
@Component
class ForecastWalk {

    private static final Duration PORTION = Duration.ofDays(10);

    private final BarHistory history;
    private final LiquidationMaps maps;
    private final ForecastLog log;
    private final LiquidationCompleteness completeness;

    ForecastWalk(BarHistory history, LiquidationMaps maps, ForecastLog log, LiquidationCompleteness completeness) {
        this.history = history;
        this.maps = maps;
        this.log = log;
        this.completeness = completeness;
    }

    /// Scores the buckets of a series that are not scored yet.
    ///
    /// @param mostMaps stops after so many maps
    /// @return how many maps it looked for; fewer than `mostMaps` if nothing is left
    int advance(SeriesState series, Interval bucket, int mostMaps) {
        InstrumentId instrument = series.instrument();
        FrozenNaiveModel naive =
                new FrozenNaiveModel(Instant.EPOCH, (from, to) -> observations(instrument, bucket, from, to), bucket);
        Instant end = bucket.floor(series.to());
        Instant from = beginning(series, bucket);
        int left = mostMaps;
        while (from.isBefore(end) && left > 0) {
            Instant to = min(end, min(from.plus(PORTION), nextMonth(from)));
            List<ObservedBucket> buckets = read(series, bucket, from, to);
            List<ObservedBucket> affordable = buckets.subList(0, Math.min(left, buckets.size()));
            List<Entry> entries = new ArrayList<>();
            for (ObservedBucket observed : affordable) {
                Instant start = observed.start();
                Completeness shown = completeness
                        .of(instrument, start, start.plus(bucket.duration()))
                        .orElse(null);
                MapPrediction.at(start, instrument, maps)
                        .map(map -> entries(observed, bucket.duration(), map, naive.at(start), shown))
                        .ifPresent(entries::addAll);
            }
            from = affordable.size() < buckets.size()
                    ? buckets.get(affordable.size()).start()
                    : to;
            log.record(instrument, bucket, entries, new Progress(series.interval(), from, series.version()));
            left -= affordable.size();
        }
        return mostMaps - left;
    }

    private Instant beginning(SeriesState series, Interval bucket) {
        Optional<Progress> progress = log.progress(series.instrument(), series.interval(), bucket);
        if (progress.isEmpty()) {
            return bucket.floor(series.from());
        }
        Instant scoredTo = progress.get().scoredTo();
        return history.changedSince(
                        series.instrument(), series.interval(), progress.get().seriesVersion())
                .map(changed -> min(scoredTo, bucket.floor(changed)))
                .orElse(scoredTo);
    }

    private List<ObservedBucket> read(SeriesState series, Interval bucket, Instant from, Instant to) {
        Instant before = from.minus(series.interval().duration());
        return new ObservedBuckets(history.read(series.instrument(), series.interval(), before, to), bucket)
                .between(from, to);
    }

    private static List<Entry> entries(
            ObservedBucket bucket,
            Duration length,
            MapPrediction map,
            Optional<NaiveRangeModel> naive,
            @Nullable Completeness completeness) {
        return Arrays.stream(Side.values())
                .filter(bucket::isKnown)
                .map(side -> new Entry(
                        bucket.start(),
                        side,
                        map.modelVersion(),
                        bucket.openInterestUsd(),
                        bucket.excursion(side),
                        map.usd(side, length, bucket.excursion(side)),
                        naive.map(model -> model.usd(bucket.openInterestUsd(), bucket.excursion(side)))
                                .orElse(null),
                        map.mirroredUsd(side, length, bucket.excursion(side)),
                        bucket.realisedUsd(side),
                        completeness))
                .toList();
    }

    private List<Observation> observations(InstrumentId instrument, Interval bucket, Instant from, Instant to) {
        return log.entries(instrument, bucket, from, to).stream()
                .map(entry -> new Observation(entry.openInterestUsd(), entry.excursion(), entry.realisedUsd()))
                .toList();
    }

    /// A portion ends with the month, for the naive model of the next one is fitted to what is recorded by then.
    private static Instant nextMonth(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC)
                .withDayOfMonth(1)
                .plusMonths(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }

    private static Instant min(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
