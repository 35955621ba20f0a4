package io.liquidationmap.accuracy.forecast;

import io.liquidationmap.history.InstrumentCatalog;
import io.liquidationmap.market.Completeness;
import io.liquidationmap.market.Venue;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// How much of its liquidations a venue publishes.
@Component
class PublishedShare {

    private final InstrumentCatalog catalog;

    PublishedShare(InstrumentCatalog catalog) {
        this.catalog = catalog;
    }

    /// The completeness of what is stored of a venue. Of a simulated one everything is published; bars of another do
    /// not say which feed their sums come from, so it is unknown.
    @Nullable Completeness of(Venue venue) {
        return catalog.venues().stream().anyMatch(known -> known.venue().equals(venue) && known.simulated())
                ? Completeness.COMPLETE
                : null;
    }
}
