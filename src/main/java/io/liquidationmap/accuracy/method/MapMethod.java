package io.liquidationmap.accuracy.method;

import io.liquidationmap.market.Interval;
import io.liquidationmap.simulation.LiquidationFeed;

/// A way of drawing maps from what an exchange publishes.
public interface MapMethod {

    /// Its name in scoreboards: lower case, hyphens.
    String name();

    /// What it does, a sentence without its end.
    String description();

    /// The length of the bars it wants.
    default Interval interval() {
        return Interval.ONE_HOUR;
    }

    /// Which liquidations it wants to see.
    default LiquidationFeed feed() {
        return LiquidationFeed.NONE;
    }

    /// Begins on a market it knows nothing of.
    Estimator begin(MarketTerms terms);
}
