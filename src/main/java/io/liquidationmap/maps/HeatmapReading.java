package io.liquidationmap.maps;

import io.liquidationmap.market.Interval;

/// The levels over a stretch of time, fixed at the moment they were asked for. Safe for use by several threads.
public interface HeatmapReading {

    /// The map as of the end of the stretch.
    MarketSnapshot end();

    /// What is answered, and from what: as of the end of the stretch, but named by the input of all its moments.
    Market market();

    /// The time between two moments.
    Interval step();

    /// The levels themselves.
    HeatmapView view();
}
