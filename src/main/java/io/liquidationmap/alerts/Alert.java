package io.liquidationmap.alerts;

import io.liquidationmap.maps.MarketQuery;
import io.liquidationmap.maps.Model;
import io.liquidationmap.market.Range;
import io.liquidationmap.market.Venue;
import java.net.URI;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What somebody wants to be told of. The secret that signs the messages is not part of it.
///
/// @param owner the name of the API key it belongs to
/// @param symbol a base asset, or a venue's own symbol
/// @param range positions opened within the last …
/// @param venues the venues to count; empty for all that have the symbol
/// @param condition when to tell
/// @param url where to
/// @param createdAt nothing that happened before is told
public record Alert(
        UUID id,
        String owner,
        String symbol,
        Range range,
        Set<Venue> venues,
        Condition condition,
        URI url,
        Instant createdAt) {

    public Alert {
        venues = Set.copyOf(venues);
    }

    /// The market it is about.
    ///
    /// @param asOf as of when; null for the last closed bar
    MarketQuery market(@Nullable Instant asOf) {
        return new MarketQuery(symbol, venues, range, asOf, Model.CONSERVED);
    }
}
