package io.liquidationmap.ingestion.files;

import io.liquidationmap.calibration.CalibrationStatus.InstrumentStatus;
import io.liquidationmap.history.BarHistory.SeriesState;
import io.liquidationmap.history.BarHistory.WriteResult;
import io.liquidationmap.ingestion.files.ImportReport.FileReport;
import java.io.PrintWriter;
import java.util.Locale;

/// Prints what an import did.
final class Summary {

    private final PrintWriter out;

    Summary(PrintWriter out) {
        this.out = out;
    }

    void print(ImportReport report) {
        report.files().forEach(this::print);
        report.coverage()
                .ifPresentOrElse(
                        this::print,
                        () -> out.printf(Locale.ROOT, "%s %s: no bar stored%n", id(report), report.interval()));
        WriteResult written = report.written();
        if (written.added() == 0 && written.changed() == 0) {
            out.printf(Locale.ROOT, "nothing changed%n");
        }
        out.flush();
    }

    private void print(FileReport file) {
        Tally tally = file.tally();
        if (tally.fileRefusal() != null) {
            out.printf(Locale.ROOT, "%s: refused, %s%n", file.path(), tally.fileRefusal());
            return;
        }
        WriteResult written = tally.written();
        out.printf(
                Locale.ROOT,
                "%s: %d rows read, %d refused; %d bars new, %d changed, %d unchanged%n",
                file.path(),
                tally.rowsRead(),
                tally.rowsRefused(),
                written.added(),
                written.changed(),
                written.unchanged());
        tally.ignoredColumns().forEach(column -> out.printf(Locale.ROOT, "  ignored column: %s%n", Excerpt.of(column)));
        if (tally.samplesBetweenBars() > 0) {
            out.printf(
                    Locale.ROOT, "  %d samples not used, because no bar ends with them%n", tally.samplesBetweenBars());
        }
        if (tally.impossibleChanges() > 0) {
            out.printf(
                    Locale.ROOT,
                    "  warning: in %d bars open interest changes by more than the volume; both must be in base coins,"
                            + " open interest counted once%n",
                    tally.impossibleChanges());
        }
        printRefusals(tally);
    }

    private void printRefusals(Tally tally) {
        tally.refusals()
                .forEach(refusal ->
                        out.printf(Locale.ROOT, "  line %d refused: %s%n", refusal.line(), refusal.reason()));
        long unlisted = tally.rowsRefused()
                - tally.refusals().stream().mapToLong(Tally.Refusal::rows).sum();
        if (unlisted > 0) {
            out.printf(Locale.ROOT, "  and %d more rows refused%n", unlisted);
        }
    }

    private void print(SeriesState series) {
        long missing = series.interval().barsBetween(series.from(), series.to()) - series.bars();
        out.printf(
                Locale.ROOT,
                "%s %s: %d bars from %s to %s, %d missing between%n",
                series.instrument(),
                series.interval(),
                series.bars(),
                series.from(),
                series.to(),
                missing);
    }

    /// Prints how far the calibrations are.
    void print(InstrumentStatus calibration) {
        out.printf(
                Locale.ROOT,
                "%s calibration: %d of %d moments calibrated, %s",
                calibration.instrument(),
                calibration.done() - calibration.refused(),
                calibration.due(),
                calibration.evidence());
        if (calibration.knownFrom() != null) {
            out.printf(Locale.ROOT, " from %s on", calibration.knownFrom());
        }
        out.printf(Locale.ROOT, "; the next from %s on%n", calibration.next());
        if (calibration.lastRefusal() != null) {
            out.printf(Locale.ROOT, "  %s refused: %s%n", calibration.lastRefusalFor(), calibration.lastRefusal());
        }
        out.flush();
    }

    private static String id(ImportReport report) {
        return report.instrument().id().toString();
    }
}
