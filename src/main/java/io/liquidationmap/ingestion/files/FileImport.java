package io.liquidationmap.ingestion.files;

import io.liquidationmap.history.BarHistory;
import io.liquidationmap.history.BarHistory.WriteResult;
import io.liquidationmap.history.IngestionJournal;
import io.liquidationmap.history.IngestionJournal.Job;
import io.liquidationmap.history.IngestionJournal.Run;
import io.liquidationmap.ingestion.files.ImportReport.FileReport;
import io.liquidationmap.market.Instrument;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/// Imports files into the history. Candles come first, whatever the order of the files, because samples of open
/// interest complete bars that are stored. A file is stored whole or, if it turns out to be unreadable, not at all;
/// that leaves the other files alone.
@Component
@Profile(ImportCommand.NAME)
class FileImport {

    private final InstrumentRegistration registration;
    private final BarHistory bars;
    private final IngestionJournal journal;
    private final Clock clock;

    FileImport(InstrumentRegistration registration, BarHistory bars, IngestionJournal journal, Clock clock) {
        this.registration = registration;
        this.bars = bars;
        this.journal = journal;
        this.clock = clock;
    }

    /// @param bytesRead told of every portion of the files that was read
    /// @throws RequestRefusedException if the request does not fit what is known of the instrument
    ImportReport run(ImportRequest request, LongConsumer bytesRead) {
        Instant startedAt = clock.instant();
        Instrument instrument = registration.resolve(request);
        List<Candidate> candidates = request.files().stream()
                .map(path -> Candidate.at(path, request, instrument))
                .toList();
        List<Candidate> usable = candidates.stream()
                .filter(Candidate::isUsable)
                .sorted(Comparator.comparing(Candidate::needsStoredBars))
                .toList();
        if (!usable.isEmpty()) {
            registration.register(instrument, request.liquidations(), startedAt);
        }
        usable.forEach(candidate -> candidate.load(bars, startedAt, bytesRead));
        ImportReport report = new ImportReport(
                instrument,
                request.interval(),
                candidates.stream().map(Candidate::report).toList(),
                bars.series(instrument.id(), request.interval()));
        if (!usable.isEmpty()) {
            journal.record(run(report, startedAt));
        }
        return report;
    }

    private Run run(ImportReport report, Instant startedAt) {
        WriteResult written = report.written();
        return new Run(
                report.instrument().id(),
                report.interval(),
                Job.IMPORT,
                startedAt,
                clock.instant(),
                report.rowsRead(),
                written.added() + written.changed(),
                report.rowsRefused(),
                report.lastRefusal(),
                null);
    }

    /// A file given by the user, which may turn out to be none that can be used.
    ///
    /// @param file null if it cannot
    private record Candidate(
            Path path, Tally tally, @Nullable ImportFile file) {

        static Candidate at(Path path, ImportRequest request, Instrument instrument) {
            Tally tally = new Tally();
            try {
                return new Candidate(path, tally, ImportFile.at(path, request, instrument));
            } catch (FileRefusedException e) {
                tally.refuseFile(String.valueOf(e.getMessage()));
                return new Candidate(path, tally, null);
            }
        }

        boolean isUsable() {
            return file != null;
        }

        boolean needsStoredBars() {
            return file instanceof SampleFile;
        }

        void load(BarHistory bars, Instant now, LongConsumer bytesRead) {
            if (file == null) {
                return;
            }
            try {
                tally.ignoredColumns(file.header().ignored());
                tally.written(file.load(bars, now, tally, bytesRead));
            } catch (FileRefusedException e) {
                tally.refuseFile(String.valueOf(e.getMessage()));
            }
        }

        FileReport report() {
            return new FileReport(path, tally);
        }
    }
}
