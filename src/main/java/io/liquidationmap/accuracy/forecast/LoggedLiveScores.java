package io.liquidationmap.accuracy.forecast;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.liquidationmap.history.ForecastLog;
import io.liquidationmap.history.ForecastLog.Entry;
import io.liquidationmap.history.ForecastLog.Extent;
import io.liquidationmap.history.InstrumentCatalog;
import io.liquidationmap.market.Completeness;
import io.liquidationmap.market.Venue;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Scores what is in the log. A score is worked out once and kept until its part of the log changes.
@Component
class LoggedLiveScores implements LiveScores {

    /// Older predictions say little about the model of today.
    private static final Duration SAMPLE = Duration.ofDays(365);

    /// Three blocks of the bootstrap: below that nobody can say how uncertain a score is.
    private static final Duration LEAST = Duration.ofDays(15);

    private static final int KEPT = 1000;

    private final ForecastLog log;
    private final InstrumentCatalog catalog;
    private final LoadingCache<Extent, LiveScore> scores =
            Caffeine.newBuilder().maximumSize(KEPT).build(this::score);

    LoggedLiveScores(ForecastLog log, InstrumentCatalog catalog) {
        this.log = log;
        this.catalog = catalog;
    }

    @Override
    public List<LiveScore> upTo(Instant asOf) {
        return log.extents(asOf).stream().map(scores::get).toList();
    }

    private LiveScore score(Extent extent) {
        Instant end = extent.lastBucketStart().plus(extent.bucket().duration());
        List<Entry> entries = log.entries(extent.instrument(), extent.bucket(), end.minus(SAMPLE), end).stream()
                .filter(entry -> entry.naiveUsd() != null)
                .toList();
        long buckets = entries.stream().map(Entry::bucketStart).distinct().count();
        long least = LEAST.toMillis() / extent.bucket().millis();
        List<Forecast> forecasts =
                entries.stream().map(LoggedLiveScores::forecast).toList();
        return new LiveScore(
                extent.instrument(),
                isSimulated(extent.instrument().venue()),
                extent.bucket(),
                entries.stream().map(Entry::modelVersion).distinct().sorted().toList(),
                leastComplete(entries),
                buckets,
                least,
                buckets < least
                        ? null
                        : ForecastScore.of(forecasts, extent.bucket()).orElse(null));
    }

    private boolean isSimulated(Venue venue) {
        return catalog.venues().stream().anyMatch(known -> known.venue().equals(venue) && known.simulated());
    }

    private static @Nullable Completeness leastComplete(List<Entry> entries) {
        if (entries.stream().anyMatch(entry -> entry.completeness() == null)) {
            return null;
        }
        return entries.stream()
                .map(Entry::completeness)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static Forecast forecast(Entry entry) {
        Double naive = entry.naiveUsd();
        return new Forecast(
                entry.bucketStart(),
                entry.side(),
                entry.openInterestUsd(),
                entry.excursion(),
                entry.predictedUsd(),
                naive == null ? Double.NaN : naive,
                entry.controlUsd(),
                entry.realisedUsd());
    }
}
