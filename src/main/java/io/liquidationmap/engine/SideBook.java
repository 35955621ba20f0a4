package io.liquidationmap.engine;

import java.util.Arrays;

/// The open positions of one side of the conserved model: how much of each cohort, and at which levels. Mutable.
final class SideBook {

    private final SideTable table;
    private final InflatedLevels levels;
    private final double[] quantity;
    private double unlevered;
    private double logKept;
    private double sweptSince;

    /// By cohort, everything price ever swept.
    private final double[] sweptEver;

    /// By cohort, what the last sweep took.
    private final double[] swept;

    SideBook(CohortTable cohorts, SideTable table) {
        this.table = table;
        levels = new InflatedLevels(table, cohorts.entries());
        quantity = new double[cohorts.size()];
        sweptEver = new double[cohorts.size()];
        swept = new double[cohorts.size()];
    }

    private SideBook(SideBook source) {
        table = source.table;
        levels = source.levels.copy();
        quantity = source.quantity.clone();
        unlevered = source.unlevered;
        logKept = source.logKept;
        sweptSince = source.sweptSince;
        sweptEver = source.sweptEver.clone();
        swept = new double[source.swept.length];
    }

    SideBook copy() {
        return new SideBook(this);
    }

    /// Forgets every position and begins with open interest of unknown age, all of it unlevered.
    void restart(BarStep step, FlowTable flows) {
        levels.clear();
        Arrays.fill(quantity, 0);
        unlevered = step.openInterest();
        sweptSince = 0;
        flows.record(table.side(), logKept, 0, unlevered, 0);
    }

    /// Sweeps, and waits for the next known open interest with everything else.
    void await(BarStep step, FlowTable flows) {
        sweep(step);
        flows.record(table.side(), logKept, 0, 0, sweptSince);
    }

    /// Sweeps, churns, balances and opens.
    ///
    /// @param surviving part of each cohort that does not close by itself
    /// @param unleveredSurviving part of the unlevered positions that does not
    void balance(BarStep step, double[] surviving, double unleveredSurviving, double tiltExponent, FlowTable flows) {
        sweep(step);
        sweptSince = 0;
        for (int k = 0; k < quantity.length; k++) {
            quantity[k] *= surviving[k];
        }
        unlevered *= unleveredSurviving;
        double total = total();
        double opened = Math.max(0, step.openInterest() - total);
        double kept = total > step.openInterest() ? step.openInterest() / total : 1;
        if (kept < 1) {
            closeProRata(kept);
        }
        levels.close(surviving, kept);
        double leveredShare = Crowding.leveredShare(table.side(), table.leveredShare(), tiltExponent, step.crowding());
        double levered = opened * leveredShare;
        if (levered > 0) {
            open(levered, step);
        }
        unlevered += opened - levered;
        flows.record(table.side(), logKept, levered, opened - levered, 0);
    }

    /// Everything open on this side.
    double total() {
        double total = unlevered;
        for (double cohort : quantity) {
            total += cohort;
        }
        return total;
    }

    /// What a cohort holds in a bin, counted in the side's own direction.
    double quantity(int cohort, int bin) {
        return levels.amount(cohort, bin);
    }

    /// By cohort, everything price ever swept, as a new array.
    double[] sweptEver() {
        return sweptEver.clone();
    }

    /// What has no level.
    double unlevered() {
        return unlevered;
    }

    private void sweep(BarStep step) {
        int edge = table.edge(step.low(), step.high());
        if (!levels.reaches(edge)) {
            return;
        }
        levels.sweep(edge, swept);
        for (int k = 0; k < quantity.length; k++) {
            quantity[k] = Math.max(0, quantity[k] - swept[k]);
            sweptSince += swept[k];
            sweptEver[k] += swept[k];
        }
    }

    private void closeProRata(double kept) {
        for (int k = 0; k < quantity.length; k++) {
            quantity[k] *= kept;
        }
        unlevered *= kept;
        logKept += Math.log(kept);
    }

    private void open(double levered, BarStep step) {
        double low = table.directed(step.entryLow());
        double high = table.directed(step.entryHigh());
        for (int k = 0; k < quantity.length; k++) {
            quantity[k] += levered * table.share(k);
        }
        levels.makeRoom(Math.min(low, high), Math.max(low, high));
        levels.open(levered, low, table.directed(step.entryMiddle()), high);
    }
}
