package io.liquidationmap.calibration;

import io.liquidationmap.history.BarHistory;
import io.liquidationmap.history.BarHistory.SeriesState;
import io.liquidationmap.history.CalibrationLog;
import io.liquidationmap.history.CalibrationState;
import io.liquidationmap.market.InstrumentId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Compares what is stored with the calendar.
@Component
final class StoredCalibrationStatus implements CalibrationStatus {

    private final BarHistory history;
    private final CalibrationLog log;
    private final Clock clock;

    StoredCalibrationStatus(BarHistory history, CalibrationLog log, Clock clock) {
        this.history = history;
        this.log = log;
        this.clock = clock;
    }

    @Override
    public List<InstrumentStatus> instruments() {
        return history.series().stream()
                .collect(Collectors.groupingBy(SeriesState::instrument, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(entry -> status(entry.getKey(), entry.getValue()))
                .toList();
    }

    @Override
    public Optional<InstrumentStatus> of(InstrumentId instrument) {
        List<SeriesState> series = history.series().stream()
                .filter(state -> state.instrument().equals(instrument))
                .toList();
        return series.isEmpty() ? Optional.empty() : Optional.of(status(instrument, series));
    }

    private InstrumentStatus status(InstrumentId instrument, List<SeriesState> series) {
        Instant begin = series.stream().map(SeriesState::from).reduce(Instant.MAX, Walked::earlier);
        Instant end = series.stream().map(SeriesState::to).reduce(Instant.MIN, Walked::later);
        List<CalibrationState> states = log.states(instrument);
        SortedSet<Instant> due = CalibrationCalendar.due(begin, end);
        Set<Instant> done = states.stream().map(CalibrationState::knownFrom).collect(Collectors.toSet());
        @Nullable CalibrationState known = CalibrationState.known(states, clock.instant()).orElse(null);
        List<CalibrationState> refused =
                states.stream().filter(state -> !state.isLearned()).toList();
        return new InstrumentStatus(
                instrument,
                known == null || known.evidence() == null ? InstrumentModel.NO_EVIDENCE : known.evidence(),
                known != null && known.transferred(),
                known == null ? null : known.knownFrom(),
                next(due, done, begin),
                due.size(),
                due.stream().filter(done::contains).count(),
                refused.size(),
                refused.isEmpty() ? null : refused.getLast().refusal(),
                refused.isEmpty() ? null : refused.getLast().knownFrom());
    }

    private static Instant next(SortedSet<Instant> due, Set<Instant> done, Instant begin) {
        return due.stream()
                .filter(moment -> !done.contains(moment))
                .findFirst()
                .orElseGet(
                        () -> due.isEmpty() ? CalibrationCalendar.first(begin) : CalibrationCalendar.after(due.last()));
    }
}
