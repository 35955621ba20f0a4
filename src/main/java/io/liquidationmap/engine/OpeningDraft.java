package io.liquidationmap.engine;

import java.util.Arrays;

/// Where a bar opens, per unit opened, as it is being worked out: one array for each row, with all cohorts. One is enough
/// for all plans, which keep next to each other what they need in the end. Mutable.
final class OpeningDraft {

    private final int cohorts;
    private double[][] rows = new double[0][];

    OpeningDraft(int cohorts) {
        this.cohorts = cohorts;
    }

    /// Begins with so many empty rows.
    void begin(int rowCount) {
        if (rows.length < rowCount) {
            rows = new double[rowCount][cohorts];
        }
        for (int row = 0; row < rowCount; row++) {
            Arrays.fill(rows[row], 0);
        }
    }

    /// Opens at an entry.
    ///
    /// @param entry in rows from the first one
    /// @param share of what is opened
    /// @param perUnit by cohort, what a unit is counted as
    void split(double entry, double share, SideTable table, double[] perUnit) {
        double floor = Math.floor(entry);
        int row = (int) floor;
        NearestBins.split(
                entry - floor, table.partialOffsets(), perUnit, share, rows[row], rows[row + 1], rows[row + 2], 0);
    }

    /// Copies the first rows, one after the other.
    void copyTo(double[] pattern, int rowCount) {
        for (int row = 0; row < rowCount; row++) {
            System.arraycopy(rows[row], 0, pattern, row * cohorts, cohorts);
        }
    }
}
