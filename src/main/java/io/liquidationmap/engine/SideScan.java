package io.liquidationmap.engine;

import java.util.Arrays;

/// One side of a [BackwardScan]: the running edge up to which later bars have swept, and what is left of each bar's
/// positions beyond it. Positions on the grid are counted in the side's own direction ([SideTable]).
///
/// No later bar has swept what the very last one opened, yet its own close may have passed some of those levels.
/// Whoever survived that must have opened near the close, so such a level is moved to its distance from the close.
final class SideScan {

    private final FlowTable flows;
    private final SideTable table;
    private final EntrySpread entries;
    private final LogGrid grid;
    private final int last;
    private final double closePosition;
    private final int nearestBin;

    private final LevelGrid quantities;

    /// By cohort, what was opened before the range and has a level.
    private final double[] before;

    /// Bins from here up have been swept by the bars already left.
    private int edge;

    private double unlevered;
    private double beforeUnlevered;

    // The row the scan is at.
    private int row;
    private boolean inRange;
    private double logKept;
    private double kept;
    private double levered;
    private double low;
    private double middle;
    private double high;

    // The first cohort of which anything is left, and the one from which on nothing has been swept.
    private int alive;
    private int untouched;

    /// By cohort, what is left of its part of the row, wherever its level.
    private final double[] amounts;

    SideScan(FlowTable flows, CohortTable cohorts, SideTable table, int last) {
        this.flows = flows;
        this.table = table;
        this.last = last;
        entries = cohorts.entries();
        grid = cohorts.grid();
        closePosition = table.directed(grid.position(flows.close(last)));
        nearestBin = (int) Math.ceil(closePosition) - 1;
        edge = nearestBin + 1;
        quantities = new LevelGrid(table, entries);
        quantities.makeRoom(
                Math.min(closePosition, Math.min(lowestEntry(), highestEntry())),
                Math.max(closePosition, Math.max(lowestEntry(), highestEntry())));
        amounts = new double[cohorts.size()];
        before = new double[cohorts.size()];
        logKept = flows.logKept(table.side(), last);
        kept = 1;
    }

    private double lowestEntry() {
        return table.directed(flows.lowestEntry());
    }

    private double highestEntry() {
        return table.directed(flows.highestEntry());
    }

    /// Goes to a row: adds what is left of its unlevered positions, and makes ready to add its levels.
    void enter(int newRow, boolean isInRange, double unleveredSurvival) {
        row = newRow;
        inRange = isInRange;
        double rowLogKept = flows.logKept(table.side(), row);
        if (rowLogKept != logKept) {
            logKept = rowLogKept;
            kept = Math.exp(flows.logKept(table.side(), last) - logKept);
        }
        levered = flows.levered(table.side(), row) * kept;
        double left = flows.unlevered(table.side(), row) * kept * unleveredSurvival;
        if (inRange) {
            unlevered += left;
        } else {
            beforeUnlevered += left;
        }
        low = table.directed(flows.entryLow(row));
        middle = table.directed(flows.entryMiddle(row));
        high = table.directed(flows.entryHigh(row));
    }

    /// Adds what is left of the row's levels.
    ///
    /// @param surviving what has not closed by itself, by cohort, from `fromCohort` on
    void add(double[] surviving, int fromCohort) {
        if (levered == 0) {
            return;
        }
        if (row == last) {
            alive = 0;
            untouched = amounts.length;
        } else {
            alive = table.firstBelow(edge, Math.min(low, high), alive);
            untouched = table.allBelow(edge, Math.max(low, high), untouched);
        }
        int first = Math.max(alive, fromCohort);
        for (int k = first; k < amounts.length; k++) {
            amounts[k] = levered * table.share(k) * surviving[k];
        }
        if (inRange) {
            addAll(first);
        } else {
            addBefore(first);
        }
    }

    private void addAll(int fromCohort) {
        for (int k = fromCohort; k < untouched; k++) {
            double swept = quantities.addBelow(edge, k, low, amounts[k] * entries.low())
                    + quantities.addBelow(edge, k, middle, amounts[k] * entries.middle())
                    + quantities.addBelow(edge, k, high, amounts[k] * entries.high());
            if (row == last && swept > 0) {
                quantities.addUpTo(nearestBin, k, closePosition, swept);
            }
        }
        quantities.add(low, middle, high, amounts, Math.max(fromCohort, untouched));
    }

    private void addBefore(int fromCohort) {
        for (int k = fromCohort; k < untouched; k++) {
            before[k] += row == last ? amounts[k] : amounts[k] * partBelowEdge(table.offset(k));
        }
        for (int k = Math.max(fromCohort, untouched); k < amounts.length; k++) {
            before[k] += amounts[k];
        }
    }

    private double partBelowEdge(double offset) {
        return entries.low() * Math.clamp(edge - (low + offset), 0, 1)
                + entries.middle() * Math.clamp(edge - (middle + offset), 0, 1)
                + entries.high() * Math.clamp(edge - (high + offset), 0, 1);
    }

    /// Leaves the row for the one before it, whose levels it has swept.
    void leave() {
        edge = Math.min(edge, table.edge(flows.low(row), flows.high(row)));
    }

    /// What has been added.
    SideLevels levels() {
        return new SideLevels(
                table.side(),
                grid,
                nearestBin,
                quantities.outwards(nearestBin),
                unlevered,
                beforeUnlevered + Arrays.stream(before).sum(),
                flows.swept(table.side(), last),
                flows.openInterest(last));
    }
}
