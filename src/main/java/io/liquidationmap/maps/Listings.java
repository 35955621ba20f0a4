package io.liquidationmap.maps;

import io.liquidationmap.history.BarHistory;
import io.liquidationmap.history.BarHistory.SeriesState;
import io.liquidationmap.history.InstrumentCatalog;
import io.liquidationmap.history.InstrumentCatalog.KnownVenue;
import io.liquidationmap.history.Retirements;
import io.liquidationmap.market.Venue;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Keeps the listing for as long as it may be kept.
@Component
class Listings {

    private final InstrumentCatalog catalog;
    private final BarHistory history;
    private final Retirements retirements;
    private final VenueFormulas formulas;
    private final Refreshed<Listing> listing;

    Listings(
            InstrumentCatalog catalog,
            BarHistory history,
            Retirements retirements,
            VenueFormulas formulas,
            MapsProperties properties) {
        this.catalog = catalog;
        this.formulas = formulas;
        this.history = history;
        this.retirements = retirements;
        this.listing = new Refreshed<>(properties.listingAge(), this::load);
    }

    Listing current() {
        return listing.get();
    }

    private Listing load() {
        return new Listing(
                venues(),
                catalog.instruments(),
                history.series().stream().collect(Collectors.groupingBy(SeriesState::instrument)),
                retirements.all());
    }

    /// Those of which something is stored, and those of which nothing but the formula is known: one list, whatever is
    /// asked.
    private List<KnownVenue> venues() {
        List<KnownVenue> stored = catalog.venues();
        Set<Venue> names = stored.stream().map(KnownVenue::venue).collect(Collectors.toSet());
        return Stream.concat(
                        stored.stream(),
                        formulas.venues().keySet().stream()
                                .map(Venue::new)
                                .filter(venue -> !names.contains(venue))
                                .map(venue -> new KnownVenue(venue, false)))
                .sorted(Comparator.comparing(KnownVenue::venue))
                .toList();
    }
}
