package io.liquidationmap.ingestion;

import io.liquidationmap.history.IngestionJournal;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Keeps every run.
final class InMemoryJournal implements IngestionJournal {

    final List<Run> runs = new ArrayList<>();
    private final Map<InstrumentId, BackfillProgress> progress = new TreeMap<>();

    @Override
    public void record(Run run) {
        runs.add(run);
    }

    @Override
    public List<SeriesJournal> states() {
        return runs.stream()
                .map(run -> new SeriesJournal(
                        run.instrument(),
                        run.interval(),
                        run.error() == null ? run.endedAt() : null,
                        run.error() == null ? null : run.endedAt(),
                        run.error(),
                        run.refused(),
                        run.refusalReason(),
                        progress.get(run.instrument())))
                .toList();
    }

    @Override
    public void saveProgress(BackfillProgress moved) {
        progress.put(moved.instrument(), moved);
    }

    @Override
    public Optional<BackfillProgress> progress(InstrumentId instrument, Interval interval) {
        return Optional.ofNullable(progress.get(instrument));
    }
}
