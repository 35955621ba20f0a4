package io.liquidationmap.calibration;

import io.liquidationmap.history.BarHistory;
import io.liquidationmap.history.BarHistory.SeriesState;
import io.liquidationmap.history.CalibrationLog;
import io.liquidationmap.history.IngestionJournal;
import io.liquidationmap.history.LiquidationCompleteness;
import io.liquidationmap.market.Instrument;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Prepares walks through the histories of instruments that can teach each other.
@Component
final class AssetWalks {

    /// A back-fill that has not moved for so long is not under way.
    private static final Duration UNDER_WAY = Duration.ofHours(1);

    private final BarHistory history;
    private final CalibrationLog log;
    private final LiquidationCompleteness completeness;
    private final IngestionJournal journal;
    private final UncalibratedModels uncalibrated;
    private final Clock clock;

    AssetWalks(
            BarHistory history,
            CalibrationLog log,
            LiquidationCompleteness completeness,
            IngestionJournal journal,
            UncalibratedModels uncalibrated,
            Clock clock) {
        this.history = history;
        this.log = log;
        this.completeness = completeness;
        this.journal = journal;
        this.uncalibrated = uncalibrated;
        this.clock = clock;
    }

    /// @param series those of each instrument, at least one
    AssetWalk of(Map<Instrument, List<SeriesState>> series) {
        List<Student> students = series.entrySet().stream()
                .map(entry -> student(entry.getKey(), entry.getValue()))
                .sorted()
                .toList();
        return new AssetWalk(students);
    }

    private Student student(Instrument instrument, List<SeriesState> series) {
        return new Student(
                instrument, series, completeness, isBeingFilled(instrument, series), history, log, uncalibrated);
    }

    /// While a back-fill walks into the past, every portion would change every calibration.
    private boolean isBeingFilled(Instrument instrument, List<SeriesState> series) {
        return series.stream()
                .flatMap(state -> journal.progress(instrument.id(), state.interval()).stream())
                .anyMatch(progress -> !progress.isDone()
                        && progress.updatedAt().isAfter(clock.instant().minus(UNDER_WAY)));
    }
}
