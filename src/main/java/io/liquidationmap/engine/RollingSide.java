package io.liquidationmap.engine;

import io.liquidationmap.market.Side;
import java.util.Arrays;

/// One side of [RollingLevels]. Bins are counted in the side's own direction ([SideTable]). Mutable.
final class RollingSide {

    private final FlowTable flows;
    private final SideTable table;
    private final EntrySpread entries;
    private final LogGrid grid;
    private final InflatedLevels levels;
    private final SlidingMinimum edges;

    /// By cohort, what the last sweep took.
    private final double[] swept;

    private int last;

    /// The last row that the book began with, or began anew: nothing before it lasts.
    private int start;

    /// @param first the first row that will enter
    /// @param last the last one
    RollingSide(FlowTable flows, CohortTable cohorts, SideTable table, int first, int last) {
        this.flows = flows;
        this.table = table;
        this.last = first;
        entries = cohorts.entries();
        grid = cohorts.grid();
        levels = new InflatedLevels(table, entries);
        swept = new double[cohorts.size()];
        edges = new SlidingMinimum(last - first + 1);
        makeRoom(first, last);
    }

    /// Levels lie at distances from entries, those that the close has passed from the close.
    private void makeRoom(int first, int last) {
        double lowestClose = Double.POSITIVE_INFINITY;
        double highestClose = 0;
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (int row = first; row <= last; row++) {
            lowestClose = Math.min(lowestClose, flows.close(row));
            highestClose = Math.max(highestClose, flows.close(row));
            lowest = Math.min(lowest, Math.min(low(row), high(row)));
            highest = Math.max(highest, Math.max(low(row), high(row)));
        }
        double oneEnd = table.directed(grid.position(lowestClose));
        double otherEnd = table.directed(grid.position(highestClose));
        levels.makeRoom(Math.min(lowest, Math.min(oneEnd, otherEnd)), Math.max(highest, Math.max(oneEnd, otherEnd)));
    }

    /// Takes in the next row: sweeps, closes and opens as the book did.
    ///
    /// @param surviving part of each cohort that does not close by itself
    void enter(int row, double[] surviving) {
        if (flows.isStart(row)) {
            levels.clear();
            edges.add(row, Integer.MIN_VALUE);
            start = row;
        } else {
            sweep(row);
            levels.close(surviving, kept(last, row));
        }
        last = row;
        double levered = flows.levered(table.side(), row);
        if (levered > 0) {
            levels.open(levered, low(row), middle(row), high(row));
        }
    }

    /// Gives up the first row: takes away what is left of the positions it opened.
    ///
    /// @param left what has not closed by itself of each cohort; 0 where it is too little to matter
    void leave(int row, double[] left) {
        if (row < start) {
            return;
        }
        int edge = edges.after(row);
        double levered = flows.levered(table.side(), row) * kept(row, last);
        if (levered > 0) {
            levels.remove(levered, left, edge, low(row), middle(row), high(row));
        }
    }

    Side side() {
        return table.side();
    }

    /// One amount for each bin from [#lowestBin()] to [#endBin()], 0 as yet.
    double[] bins() {
        return new double[endBin() - lowestBin()];
    }

    /// Adds to `target` what a row opens.
    ///
    /// @param target by bin from [#lowestBin()] to [#endBin()]
    void addOpened(int row, double[] target) {
        double levered = flows.levered(table.side(), row);
        int lastBin = endBin() - 1;
        for (int k = 0; k < table.size(); k++) {
            double amount = levered * table.share(k);
            addAt(low(row) + table.offset(k), amount * entries.low(), target, lastBin);
            addAt(middle(row) + table.offset(k), amount * entries.middle(), target, lastBin);
            addAt(high(row) + table.offset(k), amount * entries.high(), target, lastBin);
        }
    }

    /// Adds to `target` what the next row will sweep.
    ///
    /// @param target by bin from [#lowestBin()] to [#endBin()]
    void addSweptBy(int row, double[] target) {
        int edge = table.edge(flows.low(row), flows.high(row));
        if (!flows.isStart(row) && levels.reaches(edge)) {
            levels.addFrom(edge, target);
        }
    }

    /// What has its level in each bin from [#lowestBin()] to [#endBin()], wherever the price is, as a new array.
    double[] standing() {
        double[] quantities = bins();
        levels.addFrom(lowestBin(), quantities);
        return quantities;
    }

    /// What a map shows in each bin from [#lowestBin()] to [#endBin()], as a new array.
    double[] shown() {
        double[] quantities = bins();
        show(quantities);
        return quantities;
    }

    /// The same: the levels beyond the close, and those of the last row that the close has passed, which count as far from
    /// the close as they were from their entry.
    ///
    /// @param quantities by bin from [#lowestBin()] to [#endBin()], as a result
    void show(double[] quantities) {
        Arrays.fill(quantities, 0);
        levels.addFrom(lowestBin(), quantities);
        int nearest = nearestBin();
        if (levels.reaches(nearest + 1)) {
            Arrays.fill(quantities, nearest + 1 - lowestBin(), quantities.length, 0);
            for (int k = 0; k < table.size(); k++) {
                double passed = levels.sumFrom(nearest + 1, k);
                if (passed > 0) {
                    addAt(closePosition() + table.offset(k), passed, quantities, nearest);
                }
            }
        }
    }

    /// The same as totals of one side.
    LevelTotals.Shown totals() {
        return new LevelTotals.Shown(shown(), lowestBin(), nearestBin());
    }

    /// The bin nearest to the last close that a map shows.
    int nearestBin() {
        return (int) Math.ceil(closePosition()) - 1;
    }

    /// The lowest bin that may ever hold anything.
    int lowestBin() {
        return levels.lowestBin();
    }

    /// The bin after the highest that may ever hold anything.
    int endBin() {
        return levels.endBin();
    }

    private void sweep(int row) {
        int edge = table.edge(flows.low(row), flows.high(row));
        edges.add(row, edge);
        if (levels.reaches(edge)) {
            levels.sweep(edge, swept);
        }
    }

    /// What all pro-rata closing between two rows has left of a position.
    private double kept(int from, int to) {
        double before = flows.logKept(table.side(), from);
        double after = flows.logKept(table.side(), to);
        return before == after ? 1 : Math.exp(after - before);
    }

    private double low(int row) {
        return table.directed(flows.entryLow(row));
    }

    private double middle(int row) {
        return table.directed(flows.entryMiddle(row));
    }

    private double high(int row) {
        return table.directed(flows.entryHigh(row));
    }

    private double closePosition() {
        return table.directed(grid.position(flows.close(last)));
    }

    /// Adds an amount to the two bins around a position, to the last one where they lie beyond it.
    ///
    /// @param target by bin from [#lowestBin()]
    private void addAt(double position, double amount, double[] target, int lastBin) {
        double floor = Math.floor(position);
        double upperPart = amount * (position - floor);
        int bin = (int) floor;
        target[Math.min(bin, lastBin) - lowestBin()] += amount - upperPart;
        target[Math.min(bin + 1, lastBin) - lowestBin()] += upperPart;
    }
}
