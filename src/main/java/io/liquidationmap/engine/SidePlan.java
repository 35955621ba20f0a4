package io.liquidationmap.engine;

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

    private double tilt;

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
    /// @param newTilt of this side ([Crowding])
    /// @param perUnit by cohort, what a unit is counted as
    /// @param draft to work it out in
    void planOpening(
            BarStep step,
            double newTilt,
            EntrySpread entries,
            double[] perUnit,
            HighestLevels highest,
            OpeningDraft draft) {
        tilt = newTilt;
        double low = table.directed(step.entryLow());
        double high = table.directed(step.entryHigh());
        firstRow = (int) Math.floor(Math.min(low, high));
        int rowCount = (int) Math.floor(Math.max(low, high)) + NearestBins.ROWS - firstRow;
        draft.begin(rowCount);
        draft.split(low - firstRow, entries.low(), table, perUnit);
        draft.split(table.directed(step.entryMiddle()) - firstRow, entries.middle(), table, perUnit);
        draft.split(high - firstRow, entries.high(), table, perUnit);
        length = rowCount * table.size();
        if (pattern.length < length) {
            pattern = new double[length];
        }
        draft.copyTo(pattern, rowCount);
        highest.written(firstRow + rowCount - 1, table.highestBin(Math.max(low, high)));
    }

    /// How many times its usual share the side opens levered.
    double tilt() {
        return tilt;
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
