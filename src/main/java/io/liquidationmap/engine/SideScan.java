package io.liquidationmap.engine;

import java.util.Arrays;

/// One side of a [BackwardScan]: the running edge up to which later bars have swept, and what is left of each bar's
/// positions beyond it. Positions on the grid are counted in the side's own direction ([SideTable]). Mutable.
///
/// No later bar has swept what the very last one opened, yet its own close may have passed some of those levels.
/// Whoever survived that must have opened near the close, so in a map such a level is moved to its distance from the
/// close.
final class SideScan {

    /// Beyond all levels.
    private static final int NOTHING_SWEPT = Integer.MAX_VALUE;

    private final FlowTable flows;
    private final SideTable table;
    private final EntrySpread entries;
    private final LogGrid grid;
    private final int last;
    private final double closePosition;
    private final int nearestBin;
    private final boolean shown;

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

    private SideScan(FlowTable flows, CohortTable cohorts, SideTable table, int last, boolean shown) {
        this.flows = flows;
        this.table = table;
        this.last = last;
        this.shown = shown;
        entries = cohorts.entries();
        grid = cohorts.grid();
        closePosition = table.directed(grid.position(flows.close(last)));
        nearestBin = (int) Math.ceil(closePosition) - 1;
        edge = shown ? nearestBin + 1 : NOTHING_SWEPT;
        quantities = new LevelGrid(table, entries);
        quantities.makeRoom(
                Math.min(closePosition, Math.min(lowestEntry(), highestEntry())),
                Math.max(closePosition, Math.max(lowestEntry(), highestEntry())));
        amounts = new double[cohorts.size()];
        before = new double[cohorts.size()];
        logKept = flows.logKept(table.side(), last);
        kept = 1;
    }

    /// For a map as of row `last`.
    static SideScan shown(FlowTable flows, CohortTable cohorts, SideTable table, int last) {
        return new SideScan(flows, cohorts, table, last, true);
    }

    /// For the levels as they stand at row `last`, wherever the price is.
    static SideScan standing(FlowTable flows, CohortTable cohorts, SideTable table, int last) {
        return new SideScan(flows, cohorts, table, last, false);
    }

    private double lowestEntry() {
        return table.directed(flows.lowestEntry());
    }

    private double highestEntry() {
        return table.directed(flows.highestEntry());
    }

    /// Adds what is left of what a row opened. What the book began with, or began anew, is older than any range.
    ///
    /// @param survival since then
    void add(int newRow, boolean isInRange, Survival survival) {
        row = newRow;
        inRange = isInRange && !flows.isStart(row);
        double rowLogKept = flows.logKept(table.side(), row);
        if (rowLogKept != logKept) {
            logKept = rowLogKept;
            kept = keptSince(row);
        }
        double left = flows.unlevered(table.side(), row) * kept * survival.unlevered();
        if (inRange) {
            unlevered += left;
        } else {
            beforeUnlevered += left;
        }
        levered = flows.levered(table.side(), row) * kept;
        if (levered > 0) {
            addLevels(survival.cohorts(), survival.first());
        }
    }

    /// What all pro-rata closing since a row has left of a position.
    private double keptSince(int earlier) {
        return Math.exp(flows.logKept(table.side(), last) - flows.logKept(table.side(), earlier));
    }

    private void addLevels(double[] surviving, int fromCohort) {
        low = table.directed(flows.entryLow(row));
        middle = table.directed(flows.entryMiddle(row));
        high = table.directed(flows.entryHigh(row));
        if (isLastShown()) {
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

    private boolean isLastShown() {
        return shown && row == last;
    }

    private void addAll(int fromCohort) {
        for (int k = fromCohort; k < untouched; k++) {
            double swept = quantities.addBelow(edge, k, low, amounts[k] * entries.low())
                    + quantities.addBelow(edge, k, middle, amounts[k] * entries.middle())
                    + quantities.addBelow(edge, k, high, amounts[k] * entries.high());
            if (swept > 0 && isLastShown()) {
                quantities.addUpTo(nearestBin, k, closePosition, swept);
            }
        }
        quantities.add(low, middle, high, amounts, Math.max(fromCohort, untouched));
    }

    private void addBefore(int fromCohort) {
        for (int k = fromCohort; k < untouched; k++) {
            before[k] += isLastShown() ? amounts[k] : amounts[k] * partBelowEdge(table.offset(k));
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

    /// Leaves a row for the one before it, whose levels it has swept.
    void leave(int leftRow) {
        edge = Math.min(edge, table.edge(flows.low(leftRow), flows.high(leftRow)));
    }

    /// Adds what is left of what stood at an earlier row, and goes back to before it.
    ///
    /// @param standingAt that row
    /// @param survival since then
    void add(int standingAt, Standing standing, Survival survival) {
        double keptSince = keptSince(standingAt);
        for (int k = 0; k < amounts.length; k++) {
            amounts[k] = k < survival.first() ? 0 : survival.cohorts()[k] * keptSince;
        }
        quantities.addBelow(edge, standing.inRange, amounts);
        standing.earlier.sumBelow(edge, amounts, before);
        double unleveredKept = survival.unlevered() * keptSince;
        unlevered += standing.unlevered * unleveredKept;
        beforeUnlevered += standing.earlierUnlevered * unleveredKept;
        edge = Math.min(edge, standing.edge);
    }

    /// What two scans from the same row on have found, and nothing of what they found it in.
    ///
    /// @param inRange levels of the positions that were opened in the range
    /// @param earlier levels of those that were opened before it
    /// @param unlevered opened in the range without a level
    /// @param earlierUnlevered opened before it without a level
    /// @param edge bins from here up have been swept by the rows of the first scan
    record Standing(LevelGrid inRange, LevelGrid earlier, double unlevered, double earlierUnlevered, int edge) {

        static Standing of(SideScan inRange, SideScan earlier) {
            return new Standing(
                    inRange.quantities,
                    earlier.quantities,
                    inRange.unlevered,
                    inRange.beforeUnlevered + earlier.unlevered + earlier.beforeUnlevered,
                    inRange.edge);
        }

        /// Heap that it takes, about.
        int kilobytes() {
            return inRange.kilobytes() + earlier.kilobytes();
        }
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
