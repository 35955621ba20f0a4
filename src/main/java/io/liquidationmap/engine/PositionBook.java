package io.liquidationmap.engine;

import io.liquidationmap.market.BarSeries;
import io.liquidationmap.market.Interval;

/// The conserved model: every contract has a long and a short, so the positions on each side always add up to open
/// interest. With each bar, each side is swept (levels that price reached are gone), churned (positions close by
/// themselves as volume is traded), balanced against the new open interest, and what the balance lacks is opened
/// anew at the bar's prices, spread over the cohorts. The recursion and its sources: `docs/method.md`.
///
/// Quantities are in the conserved unit: coins for a linear contract, US dollars for an inverse one.
public final class PositionBook implements LevelBook {

    /// An empty book for bars of that interval.
    public PositionBook(ModelParameters parameters, Interval interval) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void advance(BarSeries bars, int index) {
        throw new UnsupportedOperationException();
    }

    @Override
    public PositionBook copy() {
        throw new UnsupportedOperationException();
    }

    @Override
    public LevelHistory history() {
        throw new UnsupportedOperationException();
    }
}
