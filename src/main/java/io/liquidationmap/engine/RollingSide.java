package io.liquidationmap.engine;

import java.util.Arrays;

/// One side of [RollingLevels]. Mutable.
///
/// Levels are kept inflated, as in a [SideBook]: divided by what has survived of their cohort. Bins are counted in the
/// side's own direction ([SideTable]).
final class RollingSide {

    /// A cohort is deflated before its survival comes near the smallest number there is.
    private static final double SMALLEST_SURVIVAL = 1e-60;

    private final FlowTable flows;
    private final SideTable table;
    private final EntrySpread entries;
    private final LogGrid grid;
    private final LevelGrid inflated;
    private final double[] survival;
    private final SlidingMinimum edges;
    private int last;

    /// @param first the first row that will enter
    /// @param last the last one
    RollingSide(FlowTable flows, CohortTable cohorts, SideTable table, int first, int last) {
        this.flows = flows;
        this.table = table;
        this.last = first;
        entries = cohorts.entries();
        grid = cohorts.grid();
        inflated = new LevelGrid(cohorts.size());
        survival = new double[cohorts.size()];
        Arrays.fill(survival, 1);
        edges = new SlidingMinimum(last - first + 1);
        for (int row = first; row <= last; row++) {
            makeRoom(row);
        }
    }

    /// Levels lie at distances from entries, those that the close has passed from the close.
    private void makeRoom(int row) {
        double close = table.directed(grid.position(flows.close(row)));
        double lowest = Math.min(close, Math.min(low(row), high(row)));
        double highest = Math.max(close, Math.max(low(row), high(row)));
        inflated.makeRoom(lowest + table.deepestOffset(), highest + table.shallowestOffset());
    }

    /// Takes in the next row: sweeps, closes and opens as the book did.
    ///
    /// @param surviving part of each cohort that does not close by itself
    void enter(int row, double[] surviving) {
        if (flows.isStart(row)) {
            inflated.clear();
            edges.add(row, Integer.MIN_VALUE);
        } else {
            sweep(row);
            close(surviving, kept(last, row));
        }
        last = row;
        double levered = flows.levered(table.side(), row);
        if (levered > 0) {
            for (int k = 0; k < survival.length; k++) {
                double amount = levered * table.share(k) / survival[k];
                inflated.add(k, table.offset(k), low(row), middle(row), high(row), entries, amount);
            }
        }
    }

    /// Gives up the first row: takes away what is left of the positions it opened.
    ///
    /// @param left what has not closed by itself of each cohort; 0 where it is too little to matter
    void leave(int row, double[] left) {
        int edge = edges.after(row);
        double levered = flows.levered(table.side(), row) * kept(row, last);
        if (levered > 0) {
            for (int k = 0; k < survival.length; k++) {
                if (left[k] > 0) {
                    double amount = levered * left[k] * table.share(k) / survival[k];
                    inflated.removeBelow(edge, k, low(row) + table.offset(k), amount * entries.low());
                    inflated.removeBelow(edge, k, middle(row) + table.offset(k), amount * entries.middle());
                    inflated.removeBelow(edge, k, high(row) + table.offset(k), amount * entries.high());
                }
            }
        }
    }

    /// Adds to `target` what a row opens, by bin.
    ///
    /// @param firstBin the bin that `target` begins with
    void addOpened(int row, double[] target, int firstBin) {
        double levered = flows.levered(table.side(), row);
        for (int k = 0; k < survival.length; k++) {
            double amount = levered * table.share(k);
            addAt(low(row) + table.offset(k), amount * entries.low(), target, firstBin);
            addAt(middle(row) + table.offset(k), amount * entries.middle(), target, firstBin);
            addAt(high(row) + table.offset(k), amount * entries.high(), target, firstBin);
        }
    }

    /// Adds to `target` what the next row will sweep, by bin.
    ///
    /// @param firstBin the bin that `target` begins with
    void addSweptBy(int row, double[] target, int firstBin) {
        if (!flows.isStart(row)) {
            addLevels(table.edge(flows.low(row), flows.high(row)), target, firstBin);
        }
    }

    /// Adds to `target` what has its level in each bin from `edge` up, wherever the price is.
    ///
    /// @param firstBin the bin that `target` begins with; what lies outside it is left out
    void addLevels(int edge, double[] target, int firstBin) {
        for (int k = 0; k < survival.length; k++) {
            inflated.addFrom(edge, k, survival[k], target, firstBin);
        }
    }

    /// Adds to `target` what a map shows in each bin up to [#nearestBin()]: the levels beyond the close, and those of
    /// the last row that the close has passed, which count as far from the close as they were from their entry.
    ///
    /// @param target of which the last bin is the nearest one
    void addMap(double[] target) {
        int nearest = nearestBin();
        int firstBin = nearest + 1 - target.length;
        addLevels(firstBin, target, firstBin);
        for (int k = 0; k < survival.length; k++) {
            double passed = inflated.sumFrom(nearest + 1, k) * survival[k];
            if (passed > 0) {
                addAt(closePosition() + table.offset(k), passed, target, firstBin);
            }
        }
    }

    /// The bin nearest to the last close that a map shows.
    int nearestBin() {
        return (int) Math.ceil(closePosition()) - 1;
    }

    /// The lowest bin that may ever hold anything.
    int lowestBin() {
        return inflated.lowestBin();
    }

    /// The bin after the highest that may ever hold anything.
    int endBin() {
        return inflated.endBin();
    }

    private void sweep(int row) {
        int edge = table.edge(flows.low(row), flows.high(row));
        edges.add(row, edge);
        if (inflated.reaches(edge)) {
            for (int k = 0; k < survival.length; k++) {
                inflated.clearFrom(edge, k);
            }
            inflated.clearedFrom(edge);
        }
    }

    private void close(double[] surviving, double kept) {
        for (int k = 0; k < survival.length; k++) {
            survival[k] *= surviving[k] * kept;
            if (survival[k] < SMALLEST_SURVIVAL) {
                inflated.scale(k, survival[k]);
                survival[k] = 1;
            }
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
    private static void addAt(double position, double amount, double[] target, int firstBin) {
        double floor = Math.floor(position);
        double upperPart = amount * (position - floor);
        int index = Math.min((int) floor - firstBin, target.length - 1);
        int next = Math.min((int) floor + 1 - firstBin, target.length - 1);
        if (index >= 0) {
            target[index] += amount - upperPart;
        }
        if (next >= 0) {
            target[next] += upperPart;
        }
    }
}
