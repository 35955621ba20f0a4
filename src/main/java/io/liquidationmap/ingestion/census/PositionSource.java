package io.liquidationmap.ingestion.census;

import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.PublicPosition;
import io.liquidationmap.market.Venue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A venue at which anybody may see what any account holds, but not which accounts there are.
///
/// Implementations keep the venue's limits, leaving room for what cannot wait: what there is no room for at present is
/// a [io.liquidationmap.ingestion.VenueBusyException].
public interface PositionSource {

    /// The venue's name.
    Venue venue();

    /// The accounts the venue itself lists as its largest.
    ///
    /// @throws VenueUnavailableException if the venue does not answer properly
    List<Trader> largest();

    /// Accounts that traded a contract lately.
    ///
    /// @throws VenueUnavailableException if the venue does not answer properly
    List<Trader> latest(Instrument instrument);

    /// All positions of an account, at this moment.
    ///
    /// @throws VenueUnavailableException if the venue does not answer properly
    List<PublicPosition> positions(String account);

    /// An account that was seen.
    ///
    /// @param account its name at the venue
    /// @param equityUsd what it is worth, US dollars; null where that was not told
    record Trader(String account, @Nullable Double equityUsd) {}
}
