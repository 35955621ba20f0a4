package io.liquidationmap.engine;

import io.liquidationmap.market.BarSeries;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.Side;
import org.jspecify.annotations.Nullable;

/// The popular model, for comparison with other sites: every rise of open interest opens as many longs as shorts,
/// spread evenly over the nominal leverages from 5 to 100 that the venue offers; a level stays until price passes
/// through it, and nothing else ever closes. Its levels therefore add up to far more than open interest, and that is
/// the point of showing it.
public final class OpenedBook implements LevelBook {

    private final CohortTable cohorts;
    private final BarIntake intake;
    private final FlowTable flows;
    private double openInterest;

    /// An empty book for bars of that interval.
    ///
    /// @param parameters gives the contract, the distances of the nominal leverages and the price grid
    public OpenedBook(ModelParameters parameters, Interval interval) {
        cohorts = CohortTable.opened(parameters);
        intake = new BarIntake(parameters, interval);
        flows = new FlowTable();
    }

    private OpenedBook(OpenedBook source) {
        cohorts = source.cohorts;
        intake = source.intake.copy();
        flows = source.flows.copy();
        openInterest = source.openInterest;
    }

    @Override
    public void advance(BarSeries bars, int index) {
        @Nullable BarStep step = intake.take(bars, index);
        if (step == null) {
            return;
        }
        double opened = 0;
        if (step.isBalanced()) {
            opened = step.start() ? 0 : Math.max(0, step.openInterest() - openInterest);
            openInterest = step.openInterest();
        }
        flows.append(step);
        for (Side side : Side.values()) {
            flows.record(side, 0, opened, 0, 0);
        }
    }

    @Override
    public OpenedBook copy() {
        return new OpenedBook(this);
    }

    @Override
    public LevelHistory history() {
        return new LevelHistory(flows.view(), cohorts);
    }
}
