package io.liquidationmap.ingestion.stream;

import io.liquidationmap.history.LiquidationLog.Coverage;
import io.liquidationmap.market.Liquidation;
import java.util.ArrayList;
import java.util.List;

/// What has arrived and is not stored yet. Guarded by whoever owns it.
final class EventBuffer {

    /// Minutes of the busiest hour there was.
    private static final int CAPACITY = 50_000;

    private List<Liquidation> events = new ArrayList<>();
    private List<Coverage> finished = new ArrayList<>();

    void add(List<Liquidation> arrived) {
        events.addAll(arrived);
    }

    /// Adds stretches that will not be prolonged.
    void finish(List<Coverage> stretches) {
        finished.addAll(stretches);
    }

    boolean isEmpty() {
        return events.isEmpty() && finished.isEmpty();
    }

    /// Takes out everything.
    ///
    /// @param covered stretches that go on, as far as everything of them has arrived
    Batch drain(List<Coverage> covered) {
        finished.addAll(covered);
        Batch batch = new Batch(events, finished);
        events = new ArrayList<>();
        finished = new ArrayList<>();
        return batch;
    }

    /// Puts back what could not be stored, unless it has become too much: then all is forgotten.
    ///
    /// @return false if it was forgotten
    boolean giveBack(Batch batch) {
        batch.events.addAll(events);
        batch.coverage.addAll(finished);
        boolean fits = batch.events.size() <= CAPACITY && batch.coverage.size() <= CAPACITY;
        events = fits ? batch.events : new ArrayList<>();
        finished = fits ? batch.coverage : new ArrayList<>();
        return fits;
    }

    /// What is to be stored together.
    record Batch(List<Liquidation> events, List<Coverage> coverage) {

        boolean isEmpty() {
            return events.isEmpty() && coverage.isEmpty();
        }
    }
}
