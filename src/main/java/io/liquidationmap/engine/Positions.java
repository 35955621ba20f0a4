package io.liquidationmap.engine;

import io.liquidationmap.market.Side;

/// The open positions of both sides, step after step, and the record of them. Mutable.
final class Positions {

    private final CohortTable cohorts;
    private final FlowTable flows;
    private final SideBook longs;
    private final SideBook shorts;

    /// None yet.
    ///
    /// @param neededAfterMs what ended at or before this time may be forgotten
    Positions(ModelParameters parameters, long neededAfterMs) {
        cohorts = CohortTable.conserved(parameters);
        flows = new FlowTable(neededAfterMs);
        longs = new SideBook(cohorts.longs());
        shorts = new SideBook(cohorts.shorts());
    }

    private Positions(Positions source) {
        cohorts = source.cohorts;
        flows = source.flows.copy();
        longs = source.longs.copy();
        shorts = source.shorts.copy();
    }

    Positions copy() {
        return new Positions(this);
    }

    /// Takes the next step of the pace the positions have gone at so far.
    void take(Pace.Plan plan) {
        BarStep step = plan.step();
        if (step == null) {
            return;
        }
        flows.append(step);
        if (step.start()) {
            longs.restart(step, flows);
            shorts.restart(step, flows);
        } else if (step.isBalanced()) {
            longs.balance(step, plan, flows);
            shorts.balance(step, plan, flows);
        } else {
            longs.await(plan, flows);
            shorts.await(plan, flows);
        }
    }

    CohortTable cohorts() {
        return cohorts;
    }

    SideBook side(Side side) {
        return side == Side.LONG ? longs : shorts;
    }

    /// What has been recorded so far.
    LevelHistory history() {
        return new LevelHistory(flows.view(), cohorts);
    }
}
