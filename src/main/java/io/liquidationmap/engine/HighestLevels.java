package io.liquidationmap.engine;

import java.util.Arrays;

/// Up to where each cohort of one side may hold anything, so that a sweep visits a row about as often as price returns to
/// it, and most of the time none at all. Rows and bins are those of a [LevelGrid]. Mutable.
final class HighestLevels {

    /// So low that no bin is, with room for offsets.
    private static final int LOWEST = Integer.MIN_VALUE / 2;

    private final SideTable table;

    /// By cohort, the highest row that may have held something at the last sweep.
    private final int[] highestRow;

    /// The highest bin that may have held something then.
    private int highestBin;

    /// The highest row and the highest bin written to since.
    private int writtenRow;

    private int writtenBin;

    HighestLevels(SideTable table) {
        this.table = table;
        highestRow = new int[table.size()];
        forget();
    }

    private HighestLevels(HighestLevels source) {
        table = source.table;
        highestRow = source.highestRow.clone();
        highestBin = source.highestBin;
        writtenRow = source.writtenRow;
        writtenBin = source.writtenBin;
    }

    HighestLevels copy() {
        return new HighestLevels(this);
    }

    /// Nothing is held any more.
    void forget() {
        Arrays.fill(highestRow, LOWEST);
        highestBin = LOWEST;
        forgetWritten();
    }

    private void forgetWritten() {
        writtenRow = LOWEST;
        writtenBin = LOWEST;
    }

    /// Something may be held up to there.
    void written(int row, int bin) {
        writtenRow = Math.max(writtenRow, row);
        writtenBin = Math.max(writtenBin, bin);
    }

    /// Whether any bin from `edge` up may hold something: price mostly moves too little to reach any level.
    boolean reach(int edge) {
        return Math.max(highestBin, writtenBin) >= edge;
    }

    /// The highest row in which a cohort may hold something.
    int row(int cohort) {
        return Math.max(highestRow[cohort], writtenRow);
    }

    /// Nothing is held in the bins from `edge` up.
    void swept(int edge) {
        for (int k = 0; k < highestRow.length; k++) {
            highestRow[k] = Math.min(row(k), edge - table.wholeOffset(k) - 1);
        }
        highestBin = Math.min(Math.max(highestBin, writtenBin), edge - 1);
        forgetWritten();
    }
}
