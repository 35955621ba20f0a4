package io.liquidationmap.ingestion.files;

import io.liquidationmap.history.BarHistory.WriteResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of one file; filled in while it is read.
final class Tally {

    /// So many refused rows are kept with their reasons; the others are counted.
    private static final int REASONS = 20;

    private long rowsRead;
    private long rowsRefused;
    private long samplesBetweenBars;
    private long impossibleChanges;
    private WriteResult written = WriteResult.NONE;
    private @Nullable String fileRefusal;
    private List<String> ignoredColumns = List.of();
    private final List<Refusal> refusals = new ArrayList<>();

    /// Rows that were not used; mostly one.
    ///
    /// @param line in the file, the first being 1
    /// @param rows how many rows were refused for it, ending with that line
    /// @param reason what is wrong with it
    record Refusal(long line, int rows, String reason) {}

    void rowRead() {
        rowsRead++;
    }

    void refuse(long line, String reason) {
        refuse(line, 1, reason);
    }

    /// Refuses several rows for one reason.
    ///
    /// @param line of the last of them
    void refuse(long line, int rows, String reason) {
        rowsRefused += rows;
        if (refusals.size() < REASONS) {
            refusals.add(new Refusal(line, rows, reason));
        }
    }

    /// Refuses the whole file: nothing of it is stored.
    void refuseFile(String reason) {
        fileRefusal = reason;
    }

    void sampleBetweenBars() {
        samplesBetweenBars++;
    }

    void impossibleChange() {
        impossibleChanges++;
    }

    void written(WriteResult result) {
        written = result;
    }

    void ignoredColumns(List<String> columns) {
        ignoredColumns = List.copyOf(columns);
    }

    /// Lines of data, refused ones among them.
    long rowsRead() {
        return rowsRead;
    }

    /// Lines that were not used because something is wrong with them.
    long rowsRefused() {
        return rowsRefused;
    }

    /// Samples that were not used because no bar ends with them.
    long samplesBetweenBars() {
        return samplesBetweenBars;
    }

    /// Bars in which open interest changed by more than what was traded.
    long impossibleChanges() {
        return impossibleChanges;
    }

    /// What the file did to the stored bars.
    WriteResult written() {
        return written;
    }

    /// Why nothing of the file was used; null if it was.
    @Nullable String fileRefusal() {
        return fileRefusal;
    }

    /// Whether the file or any row of it was refused.
    boolean isAnythingRefused() {
        return fileRefusal != null || rowsRefused > 0;
    }

    /// Columns that mean nothing here.
    List<String> ignoredColumns() {
        return ignoredColumns;
    }

    /// The first refused rows, in order.
    List<Refusal> refusals() {
        return Collections.unmodifiableList(refusals);
    }
}
