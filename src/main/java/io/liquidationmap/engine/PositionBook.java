package io.liquidationmap.engine;

import io.liquidationmap.market.BarSeries;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.Side;

/// The conserved model: every contract has a long and a short, so the positions on each side always add up to open
/// interest. With each bar, each side is
///
/// 1. *swept*: levels that price reached are gone;
/// 2. *churned*: positions close by themselves as volume is traded, the short-lived ones faster;
/// 3. *balanced* against the new open interest: where that fell further, everything closes pro rata;
/// 4. *opened*: what the balance lacks is new, at the bar's prices, spread over the cohorts by their share of the flow.
///
/// Quantities are in the conserved unit: coins for a linear contract, US dollars for an inverse one. Taking in a bar
/// costs time in proportion to the number of cohorts, plus the bins that price swept. Source: `docs/method.md`.
public final class PositionBook implements LevelBook {

    private final Pace pace;
    private final Pace.Plan plan;
    private final Positions positions;

    /// An empty book for bars of that interval.
    public PositionBook(ModelParameters parameters, Interval interval) {
        positions = new Positions(parameters, Long.MIN_VALUE);
        pace = new Pace(parameters, positions.cohorts(), interval);
        plan = pace.newPlan();
    }

    private PositionBook(PositionBook source) {
        positions = source.positions.copy();
        pace = source.pace.copy();
        plan = pace.newPlan();
    }

    @Override
    public void advance(BarSeries bars, int index) {
        pace.plan(bars, index, plan);
        positions.take(plan);
    }

    @Override
    public PositionBook copy() {
        return new PositionBook(this);
    }

    @Override
    public LevelHistory history() {
        return positions.history();
    }

    /// What price has swept of each cohort since the first bar, in the conserved unit and the order of the parameters'
    /// cohorts, as a new array. The difference between two moments is the exposure a calibration holds against the
    /// liquidations that happened between them.
    public double[] sweptSoFar(Side side) {
        return positions.side(side).sweptEver();
    }

    /// Everything open on one side.
    double total(Side side) {
        return positions.side(side).total(pace.worth());
    }

    /// What has no level.
    double unlevered(Side side) {
        return positions.side(side).unlevered();
    }

    /// What a cohort holds in a bin.
    double quantity(Side side, int cohort, int bin) {
        return positions.side(side).quantity(cohort, side.sign() * bin, pace.worth()[cohort]);
    }
}
