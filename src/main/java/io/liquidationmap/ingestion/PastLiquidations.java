package io.liquidationmap.ingestion;

import io.liquidationmap.market.Completeness;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.Liquidation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// What a venue remembers of liquidations when it is asked, so that what a stream missed can be made up for.
public interface PastLiquidations {

    /// How far back it remembers.
    Duration reach();

    /// How much of what was liquidated it tells; not [Completeness#NONE].
    Completeness completeness();

    /// All that it tells of `[from, to)`, under the same identities as the venue's stream.
    ///
    /// @throws VenueUnavailableException if the venue does not answer properly
    List<Liquidation> between(Instrument instrument, Instant from, Instant to);
}
