package io.liquidationmap.calibration;

import io.liquidationmap.history.BarHistory;
import io.liquidationmap.history.BarHistory.SeriesState;
import io.liquidationmap.market.Completeness;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.MarginSchedule;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What the instruments of one coin were when they were walked, to see cheaply what has changed since.
record Walked(Map<InstrumentId, Input> inputs) {

    /// @param waiting whether it was left out
    /// @param versions of its series
    record Input(boolean waiting, Completeness completeness, MarginSchedule margin, Map<Interval, Long> versions) {

        static Input of(boolean waiting, Completeness completeness, MarginSchedule margin, List<SeriesState> series) {
            Map<Interval, Long> versions =
                    series.stream().collect(Collectors.toMap(SeriesState::interval, SeriesState::version));
            return new Input(waiting, completeness, margin, versions);
        }
    }

    /// Open time of the first bar that changed since, or the beginning of time if more than bars did; the end of time
    /// if nothing has.
    Instant firstDifference(Walked before, BarHistory history) {
        return inputs.entrySet().stream()
                .map(entry -> {
                    Input input = before.inputs.get(entry.getKey());
                    return input == null
                            ? Instant.MIN
                            : firstDifference(entry.getKey(), entry.getValue(), input, history);
                })
                .reduce(Instant.MAX, Walked::earlier);
    }

    private static Instant firstDifference(InstrumentId instrument, Input now, Input before, BarHistory history) {
        if (before.waiting != now.waiting
                || now.completeness != before.completeness
                || !now.margin.equals(before.margin)) {
            return Instant.MIN;
        }
        return now.versions.keySet().stream()
                .map(interval -> {
                    Long version = before.versions.get(interval);
                    return version == null
                            ? Instant.MIN
                            : history.changedSince(instrument, interval, version)
                                    .orElse(Instant.MAX);
                })
                .reduce(Instant.MAX, Walked::earlier);
    }

    static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    /// The inputs of these instruments.
    static <T> Walked of(List<T> instruments, Function<T, InstrumentId> id, Function<T, Input> input) {
        return new Walked(instruments.stream().collect(Collectors.toMap(id, input)));
    }
}
