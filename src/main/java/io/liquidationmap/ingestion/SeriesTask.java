package io.liquidationmap.ingestion;

import io.liquidationmap.market.Instrument;
import java.time.Instant;
import java.util.Optional;

/// Work that is due again and again for every polled instrument.
interface SeriesTask {

    /// The name under which it is scheduled; shared by all instances of the service, so it must not change.
    String name();

    /// Whether it can wait for others where a venue has little time.
    default boolean canWait() {
        return true;
    }

    /// Does what is due.
    ///
    /// @return when it is due again; empty when nothing is left to do
    /// @throws VenueUnavailableException if the venue did not deliver; it is then tried again by itself
    Optional<Instant> run(MarketDataSource source, Instrument instrument);
}
