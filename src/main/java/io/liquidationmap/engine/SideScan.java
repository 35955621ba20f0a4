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

    /// By cohort, then by bin from the nearest one outwards.
    private final double[][] quantities;

    /// The same for what was opened before the range, whatever the cohort.
    private final double[] beforeQuantities;

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

    SideScan(FlowTable flows, CohortTable cohorts, SideTable table, int last) {
        this.flows = flows;
        this.table = table;
        this.last = last;
        entries = cohorts.entries();
        grid = cohorts.grid();
        closePosition = table.directed(grid.position(flows.close(last)));
        nearestBin = (int) Math.ceil(closePosition) - 1;
        edge = nearestBin + 1;
        int bins = nearestBin + 1 - deepestBin();
        quantities = new double[cohorts.size()][bins];
        beforeQuantities = new double[bins];
        logKept = flows.logKept(table.side(), last);
        kept = 1;
    }

    private int deepestBin() {
        double deepestEntry = Math.min(table.directed(flows.lowestEntry()), table.directed(flows.highestEntry()));
        int deepest = (int) Math.floor(Math.min(deepestEntry, closePosition) + table.deepestOffset());
        return Math.min(deepest, nearestBin);
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

    /// Whether the row opened anything with a level.
    boolean hasLevels() {
        return levered > 0;
    }

    /// Whether anything of a cohort's positions may be left.
    boolean isAlive(int k) {
        return levered > 0 && (row == last || Math.min(low, high) + table.offset(k) < edge);
    }

    /// Adds what is left of the levels of one cohort.
    void add(int k, double survival) {
        double amount = levered * table.share(k) * survival;
        double offset = table.offset(k);
        double[] target = inRange ? quantities[k] : beforeQuantities;
        double swept = addBeyondEdge(target, low + offset, amount * entries.low())
                + addBeyondEdge(target, middle + offset, amount * entries.middle())
                + addBeyondEdge(target, high + offset, amount * entries.high());
        if (row == last && swept > 0) {
            addNearClose(target, closePosition + offset, swept);
        }
    }

    /// Leaves the row for the one before it, whose levels it has swept.
    void leave() {
        edge = Math.min(edge, table.edge(flows.low(row), flows.high(row)));
    }

    /// Adds to the two bins around a position what lies beyond the edge, and tells what does not.
    private double addBeyondEdge(double[] target, double position, double amount) {
        double floor = Math.floor(position);
        int bin = (int) floor;
        double upperPart = amount * (position - floor);
        double lowerPart = amount - upperPart;
        if (bin >= edge) {
            return amount;
        }
        target[nearestBin - bin] += lowerPart;
        if (bin + 1 >= edge) {
            return upperPart;
        }
        target[nearestBin - bin - 1] += upperPart;
        return 0;
    }

    private void addNearClose(double[] target, double position, double amount) {
        double floor = Math.floor(position);
        int bin = (int) floor;
        double upperPart = amount * (position - floor);
        target[nearestBin - Math.min(bin, nearestBin)] += amount - upperPart;
        target[nearestBin - Math.min(bin + 1, nearestBin)] += upperPart;
    }

    /// Makes what was opened before the range unknown, for a scan that did not go there.
    void forgetBefore() {
        beforeUnlevered = Double.NaN;
    }

    /// What has been added.
    SideLevels levels() {
        int used = 0;
        for (double[] quantity : quantities) {
            used = Math.max(used, used(quantity));
        }
        double[][] trimmed = new double[quantities.length][];
        for (int k = 0; k < trimmed.length; k++) {
            trimmed[k] = Arrays.copyOf(quantities[k], used);
        }
        return new SideLevels(
                table.side(),
                grid,
                nearestBin,
                trimmed,
                unlevered,
                beforeUnlevered + Arrays.stream(beforeQuantities).sum(),
                flows.swept(table.side(), last),
                flows.openInterest(last));
    }

    private static int used(double[] outwards) {
        int used = outwards.length;
        while (used > 0 && outwards[used - 1] == 0) {
            used--;
        }
        return used;
    }
}
