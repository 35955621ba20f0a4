package io.liquidationmap.calibration;

import io.liquidationmap.history.BarHistory;
import io.liquidationmap.history.CalibrationLog;
import io.liquidationmap.history.InMemoryCalibrationLog;
import io.liquidationmap.history.InMemoryCompleteness;
import io.liquidationmap.history.IngestionJournal;
import io.liquidationmap.history.InstrumentCatalog;
import java.time.Clock;

/// The module over histories in memory.
public final class CalibrationBench {

    public final CalibrationLog log = new InMemoryCalibrationLog();
    public final InMemoryCompleteness completeness = new InMemoryCompleteness();
    private final InstrumentCatalog catalog;
    private final BarHistory history;
    private final IngestionJournal journal;
    private final Clock clock;

    public CalibrationBench(InstrumentCatalog catalog, BarHistory history, IngestionJournal journal, Clock clock) {
        this.catalog = catalog;
        this.history = history;
        this.journal = journal;
        this.clock = clock;
    }

    /// A walk that remembers nothing, like that of a new instance of the service.
    public CalibrationWalk newWalk() {
        return new CalibrationWalk(
                catalog,
                history,
                new AssetWalks(history, log, completeness, journal, new UncalibratedModels(catalog), clock));
    }

    public InstrumentModels models() {
        return new StoredInstrumentModels(log, new UncalibratedModels(catalog));
    }

    public CalibrationStatus status() {
        return new StoredCalibrationStatus(history, log, clock);
    }
}
