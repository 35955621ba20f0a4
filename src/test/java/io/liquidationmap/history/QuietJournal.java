package io.liquidationmap.history;

import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Interval;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A journal of back-fills alone.
public final class QuietJournal implements IngestionJournal {

    private final Map<InstrumentId, BackfillProgress> backfills = new HashMap<>();

    @Override
    public void record(Run run) {
        throw new UnsupportedOperationException("no test of this journal runs anything");
    }

    @Override
    public List<SeriesJournal> states() {
        return List.of();
    }

    @Override
    public void saveProgress(BackfillProgress progress) {
        backfills.put(progress.instrument(), progress);
    }

    @Override
    public Optional<BackfillProgress> progress(InstrumentId instrument, Interval interval) {
        return Optional.ofNullable(backfills.get(instrument))
                .filter(progress -> progress.interval().equals(interval));
    }
}
