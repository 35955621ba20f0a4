package io.liquidationmap.history;

import io.liquidationmap.market.InstrumentId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The port's behaviour written down as plainly as can be. Takes any instrument for a registered one.
public final class InMemoryCalibrationLog implements CalibrationLog {

    private final Map<InstrumentId, SortedMap<Instant, List<CalibrationOutcome>>> outcomes = new HashMap<>();
    private long version;

    @Override
    public boolean append(InstrumentId instrument, CalibrationOutcome outcome) {
        List<CalibrationOutcome> revisions = outcomes.computeIfAbsent(instrument, _ -> new TreeMap<>())
                .computeIfAbsent(outcome.knownFrom(), _ -> new ArrayList<>());
        if (!revisions.isEmpty()
                && revisions.getLast().procedure().equals(outcome.procedure())
                && revisions.getLast().inputDigest().equals(outcome.inputDigest())) {
            return false;
        }
        version++;
        return revisions.add(outcome);
    }

    @Override
    public List<CalibrationState> states(InstrumentId instrument) {
        return outcomes.getOrDefault(instrument, new TreeMap<>()).values().stream()
                .map(revisions -> state(revisions.getLast(), revisions.size()))
                .toList();
    }

    @Override
    public List<CalibrationOutcome> outcomes(InstrumentId instrument) {
        return outcomes.getOrDefault(instrument, new TreeMap<>()).values().stream()
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public CalibrationOutcome outcome(InstrumentId instrument, CalibrationState state) {
        return outcomes.getOrDefault(instrument, new TreeMap<>())
                .getOrDefault(state.knownFrom(), List.of())
                .get(state.revision() - 1);
    }

    @Override
    public long version() {
        return version;
    }

    private static CalibrationState state(CalibrationOutcome outcome, int revision) {
        return new CalibrationState(
                outcome.knownFrom(),
                revision,
                outcome.procedure(),
                outcome.inputDigest(),
                outcome.evidence(),
                outcome.refusal(),
                outcome.evidence() == null && outcome.shares() != null);
    }
}
