package io.liquidationmap.maps;

import io.liquidationmap.history.BarHistory.SeriesState;
import io.liquidationmap.history.InstrumentCatalog.KnownVenue;
import io.liquidationmap.market.Instrument;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// The directory as the listing has it.
@Component
class StoredMarketDirectory implements MarketDirectory {

    private final Listings listings;

    StoredMarketDirectory(Listings listings) {
        this.listings = listings;
    }

    @Override
    public List<SymbolEntry> symbols() {
        Listing listing = listings.current();
        return listing.instruments().stream()
                .collect(Collectors.groupingBy(Instrument::base, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(entry -> new SymbolEntry(
                        entry.getKey(),
                        entry.getValue().stream()
                                .flatMap(instrument -> entries(instrument, listing))
                                .toList()))
                .toList();
    }

    @Override
    public List<VenueEntry> venues() {
        Listing listing = listings.current();
        return listing.venues().stream()
                .sorted(Comparator.comparing(KnownVenue::venue))
                .map(known -> new VenueEntry(
                        known.venue(),
                        known.simulated(),
                        listing.instruments().stream()
                                .filter(instrument -> instrument.venue().equals(known.venue()))
                                .map(Instrument::symbol)
                                .toList()))
                .toList();
    }

    private static Stream<InstrumentEntry> entries(Instrument instrument, Listing listing) {
        List<SeriesState> series = listing.seriesOf(instrument);
        if (series.isEmpty()) {
            return Stream.of(new InstrumentEntry(instrument, null, null, null, 0));
        }
        return series.stream()
                .sorted(Comparator.comparing(SeriesState::interval))
                .map(state ->
                        new InstrumentEntry(instrument, state.interval(), state.from(), state.to(), state.bars()));
    }
}
