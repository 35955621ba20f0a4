package io.liquidationmap.maps;

import java.util.List;

/// The imbalance over a stretch of time, fixed at the moment it was asked for. Safe for use by several threads.
public interface ImbalanceHistory {

    /// The map as of the end of the stretch.
    MarketSnapshot end();

    /// What is answered, and from what: as of the end of the stretch, but named by the input of all its moments.
    Market market();

    /// One per moment, ascending; not empty. Each is what would have been answered then: later bars and later
    /// parameters change nothing.
    List<ImbalancePoint> points();

    /// The same, and where each stood in its own past as far as the points themselves tell: nothing is drawn for it.
    List<PointInContext> inContext();
}
