package io.liquidationmap.engine;

import java.util.Arrays;

/// What a step does to one side, the same in all runs of the model over the same bars: which levels it sweeps, and where
/// it opens, per unit opened. Mutable, to be used again for another step.
final class SidePlan {

    private final SideTable table;

    // The sweeps: of a cohort, rows from and to, both included.
    private int sweeps;
    private final int[] cohort;
    private final int[] from;
    private final int[] to;

    private int firstRow;
    private int length;

    /// Per unit opened, by row and cohort.
    private double[] pattern = new double[0];

    /// The same as it is being worked out.
    private double[][] rows = new double[0][];

    SidePlan(SideTable table) {
        this.table = table;
        cohort = new int[table.size()];
        from = new int[table.size()];
        to = new int[table.size()];
    }

    /// Sweeps the bins from `edge` up.
    void planSweep(int edge, HighestLevels highest) {
        sweeps = 0;
        if (!highest.reach(edge)) {
            return;
        }
        for (int k = 0; k < table.size(); k++) {
            int edgeRow = edge - table.wholeOffset(k);
            if (highest.row(k) >= edgeRow) {
                cohort[sweeps] = k;
                from[sweeps] = edgeRow;
                to[sweeps++] = highest.row(k);
            }
        }
        highest.swept(edge);
    }

    /// Opens at the three entries of a bar.
    ///
    /// @param perUnit by cohort, what a unit is counted as
    void planOpening(BarStep step, EntrySpread entries, double[] perUnit, HighestLevels highest) {
        double low = table.directed(step.entryLow());
        double high = table.directed(step.entryHigh());
        firstRow = (int) Math.floor(Math.min(low, high));
        int rowCount = (int) Math.floor(Math.max(low, high)) + NearestBins.ROWS - firstRow;
        makeRoom(rowCount);
        split(low, entries.low(), perUnit);
        split(table.directed(step.entryMiddle()), entries.middle(), perUnit);
        split(high, entries.high(), perUnit);
        for (int row = 0; row < rowCount; row++) {
            System.arraycopy(rows[row], 0, pattern, row * table.size(), table.size());
        }
        length = rowCount * table.size();
        highest.written(firstRow + rowCount - 1, table.highestBin(Math.max(low, high)));
    }

    private void makeRoom(int rowCount) {
        if (rows.length < rowCount) {
            rows = new double[rowCount][table.size()];
            pattern = new double[rowCount * table.size()];
        }
        for (int row = 0; row < rowCount; row++) {
            Arrays.fill(rows[row], 0);
        }
    }

    private void split(double entry, double share, double[] perUnit) {
        double floor = Math.floor(entry);
        int row = (int) floor - firstRow;
        NearestBins.split(
                entry - floor, table.partialOffsets(), perUnit, share, rows[row], rows[row + 1], rows[row + 2], 0);
    }

    /// How many cohorts are swept.
    int sweeps() {
        return sweeps;
    }

    /// Which cohort one of the sweeps is of.
    int cohort(int sweep) {
        return cohort[sweep];
    }

    /// Carries out one of the sweeps.
    ///
    /// @return what it took
    double sweep(int sweep, EntryGrid grid) {
        return grid.take(cohort[sweep], from[sweep], to[sweep]);
    }

    /// Opens so many units.
    void open(double units, EntryGrid grid) {
        grid.add(firstRow, pattern, length, units);
    }
}
