package io.liquidationmap.calibration;

import io.liquidationmap.history.BarHistory.SeriesState;
import io.liquidationmap.market.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Which of an instrument's series, which differ in the length of their bars, a calibration learns from: of those that
/// cover nearly the most of the days before it, the hourly one, or else the finest. What comes later has no say.
final class SeriesToLearnFrom {

    /// What lies further back hardly counts.
    static final Duration RECENT = Duration.ofDays(220);

    private static final double NEARLY_AS_MUCH = 0.95;

    private SeriesToLearnFrom() {}

    /// The series to use; empty if none has a bar that had ended at `end`.
    static Optional<SeriesState> of(List<SeriesState> series, Instant end) {
        long most =
                series.stream().mapToLong(state -> covered(state, end)).max().orElse(0);
        return series.stream()
                .filter(state -> covered(state, end) > 0 && covered(state, end) >= NEARLY_AS_MUCH * most)
                .min(Comparator.comparing(
                                (SeriesState state) -> !state.interval().equals(Interval.ONE_HOUR))
                        .thenComparing(SeriesState::interval));
    }

    private static long covered(SeriesState state, Instant end) {
        Instant recent = end.minus(RECENT);
        Instant from = state.from().isAfter(recent) ? state.from() : recent;
        Instant to = state.to().isBefore(end) ? state.to() : end;
        return Math.max(0, Duration.between(from, to).toMillis());
    }
}
