package io.liquidationmap.ingestion;

import io.liquidationmap.market.Venue;
import java.time.Instant;
import java.util.Map;

/// Whoever takes the census of venues that publish positions, and can say what was in its way.
public interface CensusMonitor {

    /// What last went wrong on this instance, of each venue of which something ever did.
    Map<Venue, Failure> failures();

    /// A failure.
    ///
    /// @param reason for the operator
    /// @param at when
    record Failure(String reason, Instant at) {}
}
