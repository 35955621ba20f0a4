package io.liquidationmap.ingestion.census;

import java.time.Instant;

/// Work that is due again and again for every venue of the census, in portions of a bounded size.
interface CensusWork {

    /// The name under which it is scheduled; shared by all instances of the service, so it must not change.
    String name();

    /// Does what is due.
    ///
    /// @return when it is due again
    /// @throws VenueUnavailableException if the venue did not deliver; it is then tried again by itself
    Instant run(PositionSource source);
}
