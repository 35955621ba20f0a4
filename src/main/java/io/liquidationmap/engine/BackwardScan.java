package io.liquidationmap.engine;

import java.time.Instant;

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

    /// @param last the row the map is drawn as of
    BackwardScan(FlowTable flows, CohortTable cohorts, int last) {
        this.flows = flows;
        this.cohorts = cohorts;
        this.last = last;
        longs = new SideScan(flows, cohorts, cohorts.longs(), last);
        shorts = new SideScan(flows, cohorts, cohorts.shorts(), last);
    }

    /// @param first the first row whose positions count as opened in the range
    LevelMap map(int first) {
        scan(first, 0);
        return map();
    }

    /// The same without what was opened before the range, which stays unknown.
    LevelMap levelsOnly(int first) {
        scan(first, first);
        longs.forgetBefore();
        shorts.forgetBefore();
        return map();
    }

    private void scan(int first, int earliest) {
        int shortestLived = 0;
        for (int row = last; row >= earliest; row--) {
            double activeDays = flows.clockDays(last) - flows.clockDays(row);
            while (shortestLived < cohorts.size() && cohorts.decay(shortestLived) * activeDays < NEGLIGIBLE) {
                shortestLived++;
            }
            double unleveredDecay = cohorts.unleveredDecay() * activeDays;
            if (shortestLived == cohorts.size() && unleveredDecay < NEGLIGIBLE) {
                break;
            }
            boolean inRange = row >= first && !flows.isStart(row);
            double unleveredSurvival = Math.exp(unleveredDecay);
            longs.enter(row, inRange, unleveredSurvival);
            shorts.enter(row, inRange, unleveredSurvival);
            addLevels(shortestLived, activeDays);
            if (flows.isStart(row)) {
                break;
            }
            longs.leave();
            shorts.leave();
        }
    }

    private void addLevels(int shortestLived, double activeDays) {
        if (!longs.hasLevels() && !shorts.hasLevels()) {
            return;
        }
        for (int k = shortestLived; k < cohorts.size(); k++) {
            boolean longAlive = longs.isAlive(k);
            boolean shortAlive = shorts.isAlive(k);
            if (longAlive || shortAlive) {
                double survival = Math.exp(cohorts.decay(k) * activeDays);
                if (longAlive) {
                    longs.add(k, survival);
                }
                if (shortAlive) {
                    shorts.add(k, survival);
                }
            }
        }
    }

    private LevelMap map() {
        return new LevelMap(
                Instant.ofEpochMilli(flows.closeTimeMs(last)),
                flows.close(last),
                cohorts.contract(),
                cohorts.labels(),
                longs.levels(),
                shorts.levels(),
                Instant.ofEpochMilli(flows.openInterestAtMs(last)),
                flows.isWarmingUp(last),
                flows.isDegraded(last));
    }
}
