package io.liquidationmap.accuracy.method;

import io.liquidationmap.accuracy.metric.MapEstimate;
import io.liquidationmap.market.BarSeries;

/// A method at work on one market. It is shown the bars in their order and asked for a map in between, so that no map
/// can depend on a later bar. Mutable, for one thread.
public interface Estimator {

    /// Takes in bars, which follow those taken in before.
    void take(BarSeries bars);

    /// The map as of the end of the last bar. Bars taken in later do not change it.
    MapEstimate estimate();
}
