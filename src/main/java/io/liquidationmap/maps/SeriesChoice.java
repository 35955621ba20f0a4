package io.liquidationmap.maps;

import io.liquidationmap.history.BarHistory.SeriesState;
import io.liquidationmap.market.Range;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Which of an instrument's series, which differ in the length of their bars, answers a question.
///
/// Of those that reach furthest towards the moment asked for, the one that covers the most of the range; where several
/// cover nearly as much, the one with the shortest bars, because a map near the price needs them.
final class SeriesChoice {

    // Two series are equally fresh if neither is behind by more than two of the longest bars that are usual.
    private static final Duration EQUALLY_FRESH = Duration.ofHours(2);
    private static final double NEARLY_AS_MUCH = 0.95;

    private SeriesChoice() {}

    /// The series to use; empty if none has a bar that was closed at `asOf`.
    static Optional<SeriesState> of(List<SeriesState> series, Range range, Instant asOf) {
        List<SeriesState> begun = series.stream()
                .filter(state -> !state.from().plus(state.interval().duration()).isAfter(asOf))
                .toList();
        Instant freshest = begun.stream()
                .map(state -> end(state, asOf))
                .max(Comparator.naturalOrder())
                .orElse(asOf);
        List<SeriesState> fresh = begun.stream()
                .filter(state -> !end(state, asOf).isBefore(freshest.minus(EQUALLY_FRESH)))
                .toList();
        long most = fresh.stream()
                .mapToLong(state -> covered(state, range, asOf))
                .max()
                .orElse(0);
        return fresh.stream()
                .filter(state -> covered(state, range, asOf) >= NEARLY_AS_MUCH * most)
                .min(Comparator.comparing(SeriesState::interval));
    }

    private static Instant end(SeriesState state, Instant asOf) {
        return state.to().isBefore(asOf) ? state.to() : asOf;
    }

    private static long covered(SeriesState state, Range range, Instant asOf) {
        Instant start = range.before(asOf);
        Instant from = state.from().isAfter(start) ? state.from() : start;
        return Math.max(0, Duration.between(from, end(state, asOf)).toMillis());
    }
}
