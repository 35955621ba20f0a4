package io.liquidationmap.engine;

import io.liquidationmap.market.BarSeries;
import io.liquidationmap.market.Interval;

/// The popular model, for comparison with other sites: every rise of open interest opens as many longs as shorts,
/// spread evenly over the leverages 5 to 100 that the venue offers; a level stays until price passes through it, and
/// nothing else ever closes. Its levels therefore add up to far more than open interest, and that is the point of
/// showing it.
public final class OpenedBook implements LevelBook {

    /// An empty book for bars of that interval.
    ///
    /// @param parameters gives the contract, the distances of the nominal leverages and the price grid
    public OpenedBook(ModelParameters parameters, Interval interval) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void advance(BarSeries bars, int index) {
        throw new UnsupportedOperationException();
    }

    @Override
    public OpenedBook copy() {
        throw new UnsupportedOperationException();
    }

    @Override
    public LevelHistory history() {
        throw new UnsupportedOperationException();
    }
}
