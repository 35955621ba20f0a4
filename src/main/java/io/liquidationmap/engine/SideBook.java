package io.liquidationmap.engine;

import java.util.Arrays;

/// The open positions of one side of the conserved model: how much of each cohort, and at which levels. Mutable.
///
/// What closes pro rata closes evenly, too, so it is one more factor to what the units of a [Pace] are worth.
final class SideBook {

    /// Units are counted anew before all of them are worth next to nothing.
    private static final double SMALLEST_KEPT = 1e-50;

    private final SideTable table;

    /// Units by row and cohort, for a share of 1 of what is opened with a level.
    private final EntryGrid levels;

    /// By cohort, what all its levels hold: units times its share.
    private final double[] units;

    private double kept = 1;
    private double unlevered;
    private double logKept;
    private double sweptSince;

    /// By cohort, everything price ever swept.
    private final double[] sweptEver;

    SideBook(SideTable table) {
        this.table = table;
        levels = new EntryGrid(table.size());
        units = new double[table.size()];
        sweptEver = new double[table.size()];
    }

    private SideBook(SideBook source) {
        table = source.table;
        levels = source.levels.copy();
        units = source.units.clone();
        kept = source.kept;
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
        levels.clear();
        Arrays.fill(units, 0);
        kept = 1;
        unlevered = step.openInterest();
        sweptSince = 0;
        flows.record(table.side(), logKept, 0, unlevered, 0);
    }

    /// Sweeps, and waits for the next known open interest with everything else.
    void await(Pace.Plan plan, FlowTable flows) {
        sweep(plan);
        flows.record(table.side(), logKept, 0, 0, sweptSince);
    }

    /// Sweeps, churns, balances and opens.
    void balance(BarStep step, Pace.Plan plan, FlowTable flows) {
        sweep(plan);
        sweptSince = 0;
        if (plan.recounts()) {
            recount(plan.recount());
        }
        unlevered *= plan.unleveredSurviving();
        double total = total(plan.worth());
        double opened = Math.max(0, step.openInterest() - total);
        if (total > step.openInterest()) {
            closeProRata(step.openInterest() / total);
        }
        double leveredShare = Crowding.leveredShare(
                table.leveredShare(), plan.side(table.side()).tilt());
        double levered = opened * leveredShare;
        if (levered > 0) {
            open(levered / kept, plan);
        }
        unlevered += opened - levered;
        flows.record(table.side(), logKept, levered, opened - levered, 0);
    }

    /// Everything open on this side.
    ///
    /// @param worth of a unit, by cohort
    double total(double[] worth) {
        // Four sums, since an addition waits for the one before.
        double first = 0;
        double second = 0;
        double third = 0;
        double fourth = 0;
        int k = 0;
        for (; k + 3 < units.length; k += 4) {
            first += worth[k] * units[k];
            second += worth[k + 1] * units[k + 1];
            third += worth[k + 2] * units[k + 2];
            fourth += worth[k + 3] * units[k + 3];
        }
        for (; k < units.length; k++) {
            first += worth[k] * units[k];
        }
        return unlevered + kept * (first + second + (third + fourth));
    }

    /// What a cohort holds in a bin, counted in the side's own direction.
    ///
    /// @param worth of a unit of the cohort
    double quantity(int cohort, int bin, double worth) {
        return levels.amount(cohort, bin - table.wholeOffset(cohort)) * table.share(cohort) * worth * kept;
    }

    /// By cohort, everything price ever swept, as a new array.
    double[] sweptEver() {
        return sweptEver.clone();
    }

    /// What has no level.
    double unlevered() {
        return unlevered;
    }

    private void sweep(Pace.Plan plan) {
        SidePlan side = plan.side(table.side());
        for (int i = 0; i < side.sweeps(); i++) {
            int k = side.cohort(i);
            double taken = side.sweep(i, levels) * table.share(k);
            units[k] = Math.max(0, units[k] - taken);
            double swept = taken * plan.worthBefore()[k] * kept;
            sweptSince += swept;
            sweptEver[k] += swept;
        }
    }

    private void recount(double[] factors) {
        levels.scale(factors);
        for (int k = 0; k < units.length; k++) {
            units[k] *= factors[k];
        }
    }

    private void closeProRata(double part) {
        unlevered *= part;
        kept *= part;
        logKept += Math.log(part);
        if (kept < SMALLEST_KEPT) {
            levels.scale(kept);
            for (int k = 0; k < units.length; k++) {
                units[k] *= kept;
            }
            kept = 1;
        }
    }

    private void open(double opened, Pace.Plan plan) {
        for (int k = 0; k < units.length; k++) {
            units[k] += opened * table.share(k) * plan.unitsEach()[k];
        }
        plan.side(table.side()).open(opened, levels);
    }
}
