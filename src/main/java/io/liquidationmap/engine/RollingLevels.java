package io.liquidationmap.engine;

import io.liquidationmap.market.Side;

/// The levels of the positions opened in a stretch of rows of a [FlowTable], while the stretch moves on: rows enter at
/// its end and leave at its beginning, and price sweeps what it reaches. At any time the same numbers as a
/// [BackwardScan] of the stretch finds, to rounding; but the next row costs that row, not the whole stretch. Mutable.
final class RollingLevels {

    private final FlowTable flows;
    private final CohortTable cohorts;
    private final RollingSide longs;
    private final RollingSide shorts;
    private final double[] surviving;
    private int first;
    private int end;

    /// @param first the row the stretch begins with, before any has entered
    /// @param last the last row that will enter
    RollingLevels(FlowTable flows, CohortTable cohorts, int first, int last) {
        this.flows = flows;
        this.cohorts = cohorts;
        this.first = first;
        end = first;
        longs = new RollingSide(flows, cohorts, cohorts.longs(), first, last);
        shorts = new RollingSide(flows, cohorts, cohorts.shorts(), first, last);
        surviving = new double[cohorts.size()];
    }

    /// Lets rows enter up to and including `row`.
    void enterUpTo(int row) {
        while (end <= row) {
            cohorts.survive(end == first ? 0 : flows.clockDays(end) - flows.clockDays(end - 1), 0, surviving);
            longs.enter(end, surviving);
            shorts.enter(end, surviving);
            end++;
        }
    }

    /// Lets the rows before `row` leave.
    void leaveBefore(int row) {
        while (first < row) {
            stay(flows.clockDays(end - 1) - flows.clockDays(first));
            longs.leave(first, surviving);
            shorts.leave(first, surviving);
            first++;
        }
    }

    RollingSide side(Side side) {
        return side == Side.LONG ? longs : shorts;
    }

    private void stay(double activeDays) {
        for (int k = 0; k < surviving.length; k++) {
            surviving[k] = cohorts.isGone(k, activeDays) ? 0 : Math.exp(cohorts.decay(k) * activeDays);
        }
    }
}
