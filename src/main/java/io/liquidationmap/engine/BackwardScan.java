package io.liquidationmap.engine;

import java.util.Arrays;

/// Draws the map as of one row of a [FlowTable], going back bar by bar: of what a bar opened, that much is left as its
/// cohort's survival since says, at the levels that no later bar has swept. The same numbers as a [PositionBook] holds
/// at that row, to rounding, but for any row and any range.
///
/// Cohorts are ordered by lifetime, so the ones too old to matter drop out one after the other, and so does in the end
/// the past. O(rows × cohorts) time, O(bins × cohorts) space.
final class BackwardScan {

    /// `e^−36` of a quantity is less than its rounding.
    private static final double NEGLIGIBLE = -36;

    private final FlowTable flows;
    private final CohortTable cohorts;
    private final int last;
    private final SideScan longs;
    private final SideScan shorts;

    /// By cohort, what has not closed by itself since the row the scan is at.
    private final double[] surviving;

    /// By cohort, for what is being worked out.
    private final double[] left;

    private double unleveredSurviving = 1;

    /// @param last the row the map is drawn as of
    BackwardScan(FlowTable flows, CohortTable cohorts, int last) {
        this.flows = flows;
        this.cohorts = cohorts;
        this.last = last;
        longs = new SideScan(flows, cohorts, cohorts.longs(), last);
        shorts = new SideScan(flows, cohorts, cohorts.shorts(), last);
        surviving = new double[cohorts.size()];
        Arrays.fill(surviving, 1);
        left = new double[cohorts.size()];
    }

    /// @param first the first row whose positions count as opened in the range
    LevelMap map(int first) {
        scan(first);
        return LevelMap.of(flows, cohorts, last, longs.levels(), shorts.levels());
    }

    private void scan(int first) {
        int shortestLived = 0;
        for (int row = last; row >= 0; row--) {
            double activeDays = flows.clockDays(last) - flows.clockDays(row);
            while (shortestLived < cohorts.size() && cohorts.decay(shortestLived) * activeDays < NEGLIGIBLE) {
                shortestLived++;
            }
            if (shortestLived == cohorts.size() && cohorts.unleveredDecay() * activeDays < NEGLIGIBLE) {
                break;
            }
            survive(row, shortestLived);
            boolean inRange = row >= first && !flows.isStart(row);
            longs.enter(row, inRange, unleveredSurviving);
            shorts.enter(row, inRange, unleveredSurviving);
            longs.add(surviving, shortestLived);
            shorts.add(surviving, shortestLived);
            if (flows.isStart(row)) {
                break;
            }
            longs.leave();
            shorts.leave();
        }
    }

    /// What has survived since the row after, times what the time in between leaves of it.
    private void survive(int row, int fromCohort) {
        if (row == last) {
            return;
        }
        double activeDays = flows.clockDays(row + 1) - flows.clockDays(row);
        cohorts.survive(activeDays, fromCohort, left);
        for (int k = fromCohort; k < surviving.length; k++) {
            surviving[k] *= left[k];
        }
        unleveredSurviving *= cohorts.survive(activeDays);
    }
}
