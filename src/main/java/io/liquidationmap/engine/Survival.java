package io.liquidationmap.engine;

import java.util.Arrays;

/// What of each cohort has not closed by itself since a row, for one row after the other back in time. Cohorts are
/// ordered by lifetime, so the ones too old to matter drop out one after the other, and so does in the end the past.
/// Mutable.
final class Survival {

    private final FlowTable flows;
    private final CohortTable cohorts;
    private final double newest;
    private final double[] surviving;
    private final double[] left;
    private double clockDays;
    private double unlevered = 1;
    private int first;

    /// @param row the one that nothing has closed since
    Survival(FlowTable flows, CohortTable cohorts, int row) {
        this.flows = flows;
        this.cohorts = cohorts;
        newest = flows.clockDays(row);
        clockDays = newest;
        surviving = new double[cohorts.size()];
        Arrays.fill(surviving, 1);
        left = new double[cohorts.size()];
    }

    /// Goes to that row or one before.
    ///
    /// @return whether anything as old can still matter
    boolean goBackTo(int row) {
        double rowClockDays = flows.clockDays(row);
        double activeDays = newest - rowClockDays;
        while (first < cohorts.size() && cohorts.isGone(first, activeDays)) {
            first++;
        }
        if (first == cohorts.size() && cohorts.isUnleveredGone(activeDays)) {
            return false;
        }
        close(clockDays - rowClockDays);
        clockDays = rowClockDays;
        return true;
    }

    private void close(double activeDays) {
        if (activeDays == 0) {
            return;
        }
        cohorts.survive(activeDays, first, left);
        for (int k = first; k < surviving.length; k++) {
            surviving[k] *= left[k];
        }
        unlevered *= cohorts.survive(activeDays);
    }

    /// The first cohort that still matters.
    int first() {
        return first;
    }

    /// The part of each cohort that has not closed by itself, of those that still matter. Not to be written to.
    double[] cohorts() {
        return surviving;
    }

    /// The same for unlevered positions.
    double unlevered() {
        return unlevered;
    }
}
