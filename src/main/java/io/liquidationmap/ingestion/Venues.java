package io.liquidationmap.ingestion;

import io.liquidationmap.market.Venue;
import java.util.Collection;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// The venues that are enabled, each watched.
@Component
final class Venues {

    private final NavigableMap<Venue, MarketDataSource> sources = new TreeMap<>();

    Venues(ObjectProvider<MarketDataSource> sources, VenueHealth health, RefusedRows refused) {
        for (MarketDataSource source : sources) {
            MarketDataSource watched = new WatchedSource(new PerCoinSource(source), health, refused);
            if (this.sources.put(source.venue(), watched) != null) {
                throw new IllegalStateException("two sources call themselves " + source.venue());
            }
        }
    }

    Optional<MarketDataSource> find(Venue venue) {
        return Optional.ofNullable(sources.get(venue));
    }

    /// All of them, by name.
    Collection<MarketDataSource> all() {
        return Collections.unmodifiableCollection(sources.values());
    }
}
