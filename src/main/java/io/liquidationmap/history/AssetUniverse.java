package io.liquidationmap.history;

import io.liquidationmap.market.Venue;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How much is open in each asset, as the venues say, and which assets are ingested because of that.
public interface AssetUniverse {

    /// Stores what a venue says is open at present, in place of what it said before.
    ///
    /// @param venue a registered venue
    /// @param usdByAsset US dollars, counted once
    void state(Venue venue, Map<String, Double> usdByAsset, Instant at);

    /// The assets by what is open in them over these venues, largest first; of equal ones by name.
    ///
    /// @param statedAfter what was said earlier no longer counts
    List<String> ranking(Collection<Venue> venues, Instant statedAfter);

    /// The assets that are ingested; empty until that was decided first.
    Set<String> members();

    /// Stores which assets are ingested from now on.
    void admit(Set<String> members, Instant at);
}
