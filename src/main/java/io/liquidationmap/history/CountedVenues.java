package io.liquidationmap.history;

import io.liquidationmap.market.Venue;
import java.util.Set;

/// The venues whose accounts this service counts, whether or not one of them is known yet: of others there will never be
/// a [PositionCensus].
public interface CountedVenues {

    /// By the service's configuration; empty if accounts are not counted at all.
    Set<Venue> venues();
}
