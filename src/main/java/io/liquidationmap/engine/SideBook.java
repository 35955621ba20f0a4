package io.liquidationmap.engine;

import java.util.Arrays;

/// The open positions of one side of the conserved model: how much of each cohort, and at which levels. Mutable.
///
/// Closing shrinks a cohort evenly at all its levels, so the levels are kept *inflated*: divided by the part of the
/// cohort that survived since. One multiplication then closes a whole cohort, however many levels it has.
final class SideBook {

    /// A cohort is deflated before its survival comes near the smallest number there is.
    private static final double SMALLEST_SURVIVAL = 1e-60;

    private final SideTable table;
    private final EntrySpread entries;
    private final LevelGrid inflated;
    private final double[] quantity;
    private final double[] survival;
    private double unlevered;
    private double logKept;
    private double sweptSince;

    /// By cohort, everything price ever swept.
    private final double[] sweptEver;

    SideBook(CohortTable cohorts, SideTable table) {
        this.table = table;
        entries = cohorts.entries();
        inflated = new LevelGrid(cohorts.size());
        quantity = new double[cohorts.size()];
        survival = new double[cohorts.size()];
        Arrays.fill(survival, 1);
        sweptEver = new double[cohorts.size()];
    }

    private SideBook(SideBook source) {
        table = source.table;
        entries = source.entries;
        inflated = source.inflated.copy();
        quantity = source.quantity.clone();
        survival = source.survival.clone();
        unlevered = source.unlevered;
        logKept = source.logKept;
        sweptSince = source.sweptSince;
        sweptEver = source.sweptEver.clone();
    }

    SideBook copy() {
        return new SideBook(this);
    }

    /// Forgets every position and begins with open interest of unknown age, all of it unlevered.
    void restart(BarStep step, FlowTable flows) {
        inflated.clear();
        Arrays.fill(quantity, 0);
        Arrays.fill(survival, 1);
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
            close(k, surviving[k]);
        }
        unlevered *= unleveredSurviving;
        double total = total();
        double opened = Math.max(0, step.openInterest() - total);
        if (total > step.openInterest()) {
            closeProRata(step.openInterest() / total);
        }
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
        return inflated.amount(cohort, bin) * survival[cohort];
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
        if (!inflated.reaches(edge)) {
            return;
        }
        for (int k = 0; k < quantity.length; k++) {
            double swept = inflated.clearFrom(edge, k) * survival[k];
            quantity[k] = Math.max(0, quantity[k] - swept);
            sweptSince += swept;
            sweptEver[k] += swept;
        }
        inflated.clearedFrom(edge);
    }

    private void close(int k, double surviving) {
        quantity[k] *= surviving;
        survival[k] *= surviving;
        if (survival[k] < SMALLEST_SURVIVAL) {
            inflated.scale(k, survival[k]);
            survival[k] = 1;
        }
    }

    private void closeProRata(double surviving) {
        for (int k = 0; k < quantity.length; k++) {
            close(k, surviving);
        }
        unlevered *= surviving;
        logKept += Math.log(surviving);
    }

    private void open(double levered, BarStep step) {
        double low = table.directed(step.entryLow());
        double middle = table.directed(step.entryMiddle());
        double high = table.directed(step.entryHigh());
        inflated.makeRoom(Math.min(low, high) + table.deepestOffset(), Math.max(low, high) + table.shallowestOffset());
        for (int k = 0; k < quantity.length; k++) {
            double opened = levered * table.share(k);
            quantity[k] += opened;
            inflated.add(k, table.offset(k), low, middle, high, entries, opened / survival[k]);
        }
    }
}
