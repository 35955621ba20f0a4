package io.liquidationmap.calibration;

import io.liquidationmap.engine.ModelParameters;
import io.liquidationmap.engine.calibration.Calibrator;
import io.liquidationmap.engine.calibration.Evidence;
import io.liquidationmap.history.BarHistory;
import io.liquidationmap.history.BarHistory.SeriesState;
import io.liquidationmap.history.CalibrationLog;
import io.liquidationmap.history.CalibrationOutcome;
import io.liquidationmap.history.CalibrationState;
import io.liquidationmap.history.LiquidationCompleteness;
import io.liquidationmap.market.Completeness;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.MarginSchedule;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// One instrument on a walk: what is stored of it, bars and calibrations, and what it knows at each moment.
final class Student implements Comparable<Student> {

    private final Instrument instrument;
    private final List<SeriesState> series;
    private final LiquidationCompleteness completeness;
    private final boolean waiting;
    private final BarHistory history;
    private final CalibrationLog log;
    private final UncalibratedModels uncalibrated;
    private final TreeMap<Instant, CalibrationState> states = new TreeMap<>();
    private final SortedSet<Instant> moments;
    private final Map<Interval, BarWindow> windows = new HashMap<>();

    /// @param waiting whether its history is about to change, so that nothing is learned from it now
    Student(
            Instrument instrument,
            List<SeriesState> series,
            LiquidationCompleteness completeness,
            boolean waiting,
            BarHistory history,
            CalibrationLog log,
            UncalibratedModels uncalibrated) {
        this.instrument = instrument;
        this.series = List.copyOf(series);
        this.completeness = completeness;
        this.waiting = waiting;
        this.history = history;
        this.log = log;
        this.uncalibrated = uncalibrated;
        recall();
        moments = waiting ? new TreeSet<>() : allMoments();
    }

    Instrument instrument() {
        return instrument;
    }

    Walked.Input input() {
        return Walked.Input.of(waiting, completeness(begin(), end()), uncalibrated.margin(instrument, end()), series);
    }

    /// The moments it can learn at. One that was learned at before stays, even if bars have come in before the first.
    SortedSet<Instant> moments() {
        return moments;
    }

    /// The first of them for which nothing is stored by today's procedure; the end of time if there is none.
    Instant firstMissing() {
        return moments.stream()
                .filter(moment -> state(moment)
                        .filter(state -> state.procedure().equals(Calibrator.VERSION))
                        .isEmpty())
                .findFirst()
                .orElse(Instant.MAX);
    }

    /// What it is to learn from at a moment; empty if there is no bar.
    ///
    /// @param since no earlier moment will be asked for
    Optional<Lesson> lesson(Instant moment, Instant since) {
        Instant end = CalibrationCalendar.lastBarEnd(moment);
        return SeriesToLearnFrom.of(series, end).map(state -> {
            Completeness shown = completeness(end.minus(SeriesToLearnFrom.RECENT), end);
            return new Lesson(window(state, since), end, shown);
        });
    }

    /// Unknown is taken for throttled: that costs little where all is shown, and the reverse costs much.
    private Completeness completeness(Instant from, Instant to) {
        return completeness.of(instrument.id(), from, to).orElse(Completeness.THROTTLED);
    }

    private BarWindow window(SeriesState state, Instant since) {
        return windows.computeIfAbsent(state.interval(), interval -> {
            Instant from = CalibrationCalendar.lastBarEnd(since).minus(SeriesToLearnFrom.RECENT);
            return new BarWindow(history.read(instrument.id(), interval, from, state.to()));
        });
    }

    /// What is assumed of it before its history is looked at.
    ModelParameters uncalibrated(Instant moment) {
        return uncalibrated.of(instrument, moment);
    }

    /// What is stored for a moment.
    Optional<CalibrationState> state(Instant moment) {
        return Optional.ofNullable(states.get(moment));
    }

    /// What it has learned from by a moment; empty if its own history has taught nothing.
    Optional<Evidence> evidence(Instant moment) {
        return learned(moment).map(CalibrationState::evidence).map(StoredShares::evidence);
    }

    /// It as a teacher, with what it has learned by a moment.
    Transfer.Teacher teacher(Instant moment) {
        CalibrationState learned = learned(moment).orElseThrow();
        MarginSchedule tiers = uncalibrated.margin(instrument, learned.knownFrom());
        ModelParameters assumed = UncalibratedTimeline.assumed(instrument, tiers);
        CalibrationOutcome outcome = log.outcome(instrument.id(), learned);
        return new Transfer.Teacher(
                assumed, StoredShares.model(outcome, assumed, tiers).parameters());
    }

    private Optional<CalibrationState> learned(Instant moment) {
        return CalibrationState.known(List.copyOf(states.values()), moment).filter(CalibrationState::isLearned);
    }

    /// Stores what came of a moment.
    void store(CalibrationOutcome outcome) {
        log.append(instrument.id(), outcome);
        // Another instance may have stored the same before.
        recall();
    }

    private SortedSet<Instant> allMoments() {
        SortedSet<Instant> all = CalibrationCalendar.due(begin(), end());
        all.addAll(states.keySet());
        return all;
    }

    private void recall() {
        log.states(instrument.id()).forEach(state -> states.put(state.knownFrom(), state));
    }

    private Instant begin() {
        return series.stream().map(SeriesState::from).reduce(Instant.MAX, Walked::earlier);
    }

    private Instant end() {
        return series.stream().map(SeriesState::to).reduce(Instant.MIN, Walked::later);
    }

    @Override
    public int compareTo(Student other) {
        return instrument.compareTo(other.instrument);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Student student && instrument.equals(student.instrument);
    }

    @Override
    public int hashCode() {
        return instrument.hashCode();
    }
}
