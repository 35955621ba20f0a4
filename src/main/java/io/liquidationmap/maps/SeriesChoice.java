package io.liquidationmap.maps;

import io.liquidationmap.history.BarHistory.SeriesState;
import io.liquidationmap.market.Range;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which of an instrument's series, which differ in the length of their bars, answers a question.
///
/// Of those that reach furthest towards the moment asked for, the one that covers the most of the range; where several
/// cover nearly as much, the one with the shortest bars, because a map near the price needs them.
final class SeriesChoice {

    // Two series are equally fresh if neither is behind by more than two of the longest bars that are usual.
    private static final long EQUALLY_FRESH_MS = Duration.ofHours(2).toMillis();
    private static final double NEARLY_AS_MUCH = 0.95;

    private SeriesChoice() {}

    /// The series to use; empty if none has a bar that was closed at `asOf`. A history asks this thousands of times:
    /// loops over milliseconds are compiled in a tenth of the time that streams of instants take.
    static Optional<SeriesState> of(List<SeriesState> series, Range range, Instant asOf) {
        long asOfMs = asOf.toEpochMilli();
        long startMs = range.before(asOf).toEpochMilli();
        long freshestMs = Long.MIN_VALUE;
        for (SeriesState state : series) {
            if (hasBegun(state, asOfMs)) {
                freshestMs = Math.max(freshestMs, endMs(state, asOfMs));
            }
        }
        List<SeriesState> fresh = new ArrayList<>();
        long mostMs = 0;
        for (SeriesState state : series) {
            if (hasBegun(state, asOfMs) && endMs(state, asOfMs) + EQUALLY_FRESH_MS >= freshestMs) {
                fresh.add(state);
                mostMs = Math.max(mostMs, coveredMs(state, startMs, asOfMs));
            }
        }
        SeriesState chosen = null;
        for (SeriesState state : fresh) {
            if (coveredMs(state, startMs, asOfMs) >= NEARLY_AS_MUCH * mostMs
                    && (chosen == null || state.interval().compareTo(chosen.interval()) < 0)) {
                chosen = state;
            }
        }
        return Optional.ofNullable(chosen);
    }

    private static boolean hasBegun(SeriesState state, long asOfMs) {
        return state.from().toEpochMilli() + state.interval().millis() <= asOfMs;
    }

    private static long endMs(SeriesState state, long asOfMs) {
        return Math.min(state.to().toEpochMilli(), asOfMs);
    }

    private static long coveredMs(SeriesState state, long startMs, long asOfMs) {
        return Math.max(0, endMs(state, asOfMs) - Math.max(state.from().toEpochMilli(), startMs));
    }
}
