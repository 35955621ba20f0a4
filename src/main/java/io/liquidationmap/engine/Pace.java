package io.liquidationmap.engine;

import io.liquidationmap.market.BarSeries;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.Side;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How the positions of one bar after the other close by themselves, where they are opened and which levels are swept: the
/// same for all [Positions] over the same bars whose cohorts live equally long and lie equally far away, and lean equally
/// with the crowd. Mutable.
///
/// Cohorts shrink evenly at all their levels, so they are counted in *units*: what was opened divided by the part of the
/// cohort that has survived until then. One multiplication then closes a whole cohort, however many levels it has.
final class Pace {

    /// Units are counted anew long before their worth comes near the smallest number there is: positions that have closed
    /// pro rata make them more, too.
    private static final double SMALLEST_WORTH = 1e-150;

    private final CohortTable cohorts;
    private final BarIntake intake;
    private final HighestLevels longs;
    private final HighestLevels shorts;
    private final double[] worth;
    private final double[] surviving;
    private final double tiltExponent;
    private final OpeningDraft draft;
    private double clockDays;

    Pace(ModelParameters parameters, CohortTable cohorts, Interval interval) {
        this.cohorts = cohorts;
        intake = new BarIntake(parameters, interval);
        longs = new HighestLevels(cohorts.longs());
        shorts = new HighestLevels(cohorts.shorts());
        worth = new double[cohorts.size()];
        Arrays.fill(worth, 1);
        surviving = new double[cohorts.size()];
        tiltExponent = parameters.tiltExponent();
        draft = new OpeningDraft(cohorts.size());
    }

    private Pace(Pace source) {
        cohorts = source.cohorts;
        intake = source.intake.copy();
        longs = source.longs.copy();
        shorts = source.shorts.copy();
        worth = source.worth.clone();
        surviving = new double[source.surviving.length];
        tiltExponent = source.tiltExponent;
        draft = new OpeningDraft(source.surviving.length);
        clockDays = source.clockDays;
    }

    Pace copy() {
        return new Pace(this);
    }

    /// A plan for one step at a time.
    Plan newPlan() {
        return new Plan(cohorts);
    }

    /// Plans the step of the next bar.
    ///
    /// @param plan of the step, as a result
    void plan(BarSeries bars, int index, Plan plan) {
        BarStep step = intake.take(bars, index);
        plan.step = step;
        if (step == null) {
            return;
        }
        System.arraycopy(worth, 0, plan.worthBefore, 0, worth.length);
        if (step.start()) {
            longs.forget();
            shorts.forget();
            Arrays.fill(worth, 1);
        } else {
            plan.longs.planSweep(cohorts.longs().edge(step.low(), step.high()), longs);
            plan.shorts.planSweep(cohorts.shorts().edge(step.low(), step.high()), shorts);
            if (step.isBalanced()) {
                close(step.clockDays() - clockDays, plan);
                planOpening(Side.LONG, plan, longs);
                planOpening(Side.SHORT, plan, shorts);
            }
        }
        System.arraycopy(worth, 0, plan.worth, 0, worth.length);
        clockDays = step.clockDays();
    }

    private void planOpening(Side side, Plan plan, HighestLevels highest) {
        BarStep step = Objects.requireNonNull(plan.step);
        double tilt = Crowding.tilt(side, tiltExponent, step.crowding());
        plan.side(side).planOpening(step, tilt, cohorts.entries(), plan.unitsEach, highest, draft);
    }

    /// By cohort, what a unit is worth now.
    double[] worth() {
        return worth;
    }

    private void close(double activeDays, Plan plan) {
        cohorts.survive(activeDays, 0, surviving);
        plan.unleveredSurviving = cohorts.survive(activeDays);
        for (int k = 0; k < worth.length; k++) {
            worth[k] *= surviving[k];
        }
        // Of all cohorts the first one lives the shortest time.
        plan.recounts = worth.length > 0 && worth[0] < SMALLEST_WORTH;
        if (plan.recounts) {
            for (int k = 0; k < worth.length; k++) {
                plan.recount[k] = worth[k];
                worth[k] = 1;
            }
        }
        for (int k = 0; k < worth.length; k++) {
            plan.unitsEach[k] = 1 / worth[k];
        }
    }

    /// What a step is, and what it does, in every one of the [Positions]. To be used again for another step.
    static final class Plan {

        private @Nullable BarStep step;
        private final SidePlan longs;
        private final SidePlan shorts;
        private final double[] worthBefore;
        private final double[] worth;
        private final double[] unitsEach;
        private final double[] recount;
        private boolean recounts;
        private double unleveredSurviving;

        private Plan(CohortTable cohorts) {
            longs = new SidePlan(cohorts.longs());
            shorts = new SidePlan(cohorts.shorts());
            worthBefore = new double[cohorts.size()];
            worth = new double[cohorts.size()];
            unitsEach = new double[cohorts.size()];
            recount = new double[cohorts.size()];
        }

        /// Null while no open interest has been known yet, and then there is nothing to do.
        @Nullable BarStep step() {
            return step;
        }

        SidePlan side(Side side) {
            return side == Side.LONG ? longs : shorts;
        }

        /// By cohort, what a unit is worth before the step.
        double[] worthBefore() {
            return worthBefore;
        }

        /// By cohort, what a unit is worth after the step.
        double[] worth() {
            return worth;
        }

        /// By cohort, how many units one is that is opened now.
        double[] unitsEach() {
            return unitsEach;
        }

        /// Whether units are to be counted anew, after the sweep: as [#recount()] times as many.
        boolean recounts() {
            return recounts;
        }

        /// By cohort.
        double[] recount() {
            return recount;
        }

        /// Part of the unlevered positions that does not close by itself.
        double unleveredSurviving() {
            return unleveredSurviving;
        }
    }
}
