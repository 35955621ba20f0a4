package io.liquidationmap.engine;

import java.util.Arrays;

/// An amount per cohort and row of entries of one side, as in a [LevelGrid], in one array: rows one after the other, each
/// with all cohorts. What a bar opens is then added from end to end, whatever the entries. Mutable; grows where asked.
final class EntryGrid {

    private static final int SPARE_ROWS = 64;

    private final int cohorts;
    private double[] amounts = new double[0];
    private int firstRow;
    private int endRow;

    EntryGrid(int cohorts) {
        this.cohorts = cohorts;
    }

    private EntryGrid(EntryGrid source) {
        cohorts = source.cohorts;
        amounts = source.amounts.clone();
        firstRow = source.firstRow;
        endRow = source.endRow;
    }

    EntryGrid copy() {
        return new EntryGrid(this);
    }

    void clear() {
        Arrays.fill(amounts, 0);
    }

    /// Adds to some rows.
    ///
    /// @param row the first of them
    /// @param pattern by row and cohort
    /// @param length how much of it there is
    /// @param factor times the pattern is added
    void add(int row, double[] pattern, int length, double factor) {
        makeRoom(row, row + length / cohorts);
        int at = (row - firstRow) * cohorts;
        double[] target = amounts;
        for (int i = 0; i < length; i++) {
            target[at + i] += factor * pattern[i];
        }
    }

    private void makeRoom(int first, int end) {
        if (first >= firstRow && end <= endRow) {
            return;
        }
        boolean empty = amounts.length == 0;
        int newFirst = empty ? first : Math.min(firstRow, first - SPARE_ROWS);
        int newEnd = empty ? end : Math.max(endRow, end + SPARE_ROWS);
        double[] roomier = new double[(newEnd - newFirst) * cohorts];
        System.arraycopy(amounts, 0, roomier, empty ? 0 : (firstRow - newFirst) * cohorts, amounts.length);
        amounts = roomier;
        firstRow = newFirst;
        endRow = newEnd;
    }

    /// Takes out what a cohort holds in some rows, whether or not there are such rows.
    ///
    /// @param to the last of them
    double take(int cohort, int from, int to) {
        double sum = 0;
        for (int row = Math.max(from, firstRow); row <= Math.min(to, endRow - 1); row++) {
            int at = (row - firstRow) * cohorts + cohort;
            sum += amounts[at];
            amounts[at] = 0;
        }
        return sum;
    }

    /// What a cohort holds in a row.
    double amount(int cohort, int row) {
        return row < firstRow || row >= endRow ? 0 : amounts[(row - firstRow) * cohorts + cohort];
    }

    /// Multiplies everything.
    ///
    /// @param factors by cohort
    void scale(double[] factors) {
        for (int at = 0; at < amounts.length; at += cohorts) {
            for (int k = 0; k < cohorts; k++) {
                amounts[at + k] *= factors[k];
            }
        }
    }

    /// Multiplies everything.
    void scale(double factor) {
        for (int i = 0; i < amounts.length; i++) {
            amounts[i] *= factor;
        }
    }
}
