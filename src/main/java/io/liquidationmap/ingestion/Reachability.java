package io.liquidationmap.ingestion;

import io.liquidationmap.market.Venue;

/// Whether venues answer. Whoever has another failure of one to report asks first, so that an outage is reported once.
public interface Reachability {

    /// Whether the venue answered when last asked for what is polled; false before it was asked.
    boolean isAnswering(Venue venue);
}
