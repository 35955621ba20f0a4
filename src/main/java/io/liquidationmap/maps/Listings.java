package io.liquidationmap.maps;

import io.liquidationmap.history.BarHistory;
import io.liquidationmap.history.BarHistory.SeriesState;
import io.liquidationmap.history.InstrumentCatalog;
import io.liquidationmap.history.Retirements;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Keeps the listing for as long as it may be kept.
@Component
class Listings {

    private final InstrumentCatalog catalog;
    private final BarHistory history;
    private final Retirements retirements;
    private final Refreshed<Listing> listing;

    Listings(InstrumentCatalog catalog, BarHistory history, Retirements retirements, MapsProperties properties) {
        this.catalog = catalog;
        this.history = history;
        this.retirements = retirements;
        this.listing = new Refreshed<>(properties.listingAge(), this::load);
    }

    Listing current() {
        return listing.get();
    }

    private Listing load() {
        return new Listing(
                catalog.venues(),
                catalog.instruments(),
                history.series().stream().collect(Collectors.groupingBy(SeriesState::instrument)),
                retirements.all());
    }
}
