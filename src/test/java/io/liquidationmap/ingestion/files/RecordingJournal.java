package io.liquidationmap.ingestion.files;

import io.liquidationmap.history.IngestionJournal;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A journal that remembers the runs it was told of.
final class RecordingJournal implements IngestionJournal {

    final List<Run> runs = new ArrayList<>();

    @Override
    public void record(Run run) {
        runs.add(run);
    }

    @Override
    public List<SeriesJournal> states() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void saveProgress(BackfillProgress progress) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<BackfillProgress> progress(InstrumentId instrument, Interval interval) {
        return Optional.empty();
    }
}
