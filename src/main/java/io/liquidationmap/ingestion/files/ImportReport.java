package io.liquidationmap.ingestion.files;

import io.liquidationmap.history.BarHistory.SeriesState;
import io.liquidationmap.history.BarHistory.WriteResult;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.Interval;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What an import did.
///
/// @param instrument whose bars were imported
/// @param interval of which length
/// @param files in the order in which they were given
/// @param coverage how far the stored bars reach afterwards; empty if there are none
record ImportReport(Instrument instrument, Interval interval, List<FileReport> files, Optional<SeriesState> coverage) {

    ImportReport {
        files = List.copyOf(files);
    }

    /// Whether a row or a whole file was refused.
    boolean isAnythingRefused() {
        return files.stream().anyMatch(file -> file.tally().isAnythingRefused());
    }

    /// Lines of data in all files.
    long rowsRead() {
        return files.stream().mapToLong(file -> file.tally().rowsRead()).sum();
    }

    /// Refused lines in all files.
    long rowsRefused() {
        return files.stream().mapToLong(file -> file.tally().rowsRefused()).sum();
    }

    /// What all files together did to the stored bars.
    WriteResult written() {
        return files.stream().map(file -> file.tally().written()).reduce(WriteResult.NONE, WriteResult::plus);
    }

    /// The last reason for which a row or a file was refused.
    @Nullable String lastRefusal() {
        return files.reversed().stream()
                .map(FileReport::lastRefusal)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /// What became of one file.
    ///
    /// @param path as given
    record FileReport(Path path, Tally tally) {

        private @Nullable String lastRefusal() {
            if (tally.fileRefusal() != null || tally.refusals().isEmpty()) {
                return tally.fileRefusal();
            }
            return tally.refusals().getLast().reason();
        }
    }
}
