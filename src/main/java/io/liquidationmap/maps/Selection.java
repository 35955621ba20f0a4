package io.liquidationmap.maps;

import io.liquidationmap.history.BarHistory.SeriesState;
import io.liquidationmap.history.InstrumentCatalog.KnownVenue;
import io.liquidationmap.maps.QuestionException.NoDataYet;
import io.liquidationmap.maps.QuestionException.UnknownSymbol;
import io.liquidationmap.maps.QuestionException.UnknownVenue;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.Venue;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Which instruments a question is about.
///
/// A simulated market never adds to a real one: unless it is asked for by name it answers only where there is no
/// other.
///
/// @param symbol as it is echoed
/// @param instruments at least one, each with at least one bar stored
record Selection(String symbol, List<Instrument> instruments) {

    static Selection of(String symbol, Set<Venue> venues, Listing listing) {
        requireKnown(venues, listing);
        List<Instrument> named = named(symbol, listing);
        List<Instrument> wanted = venues.isEmpty() ? realOnly(named, listing) : at(venues, named);
        List<Instrument> stored = wanted.stream()
                .filter(instrument -> !listing.seriesOf(instrument).isEmpty())
                .toList();
        if (stored.isEmpty()) {
            throw new NoDataYet(
                    "no bar of " + names(wanted, instrument -> instrument.id().toString()) + " is stored yet");
        }
        String echoed = stored.getFirst().base().equalsIgnoreCase(symbol)
                ? stored.getFirst().base()
                : stored.getFirst().symbol();
        return new Selection(echoed, stored);
    }

    /// Those that were followed at this time: what was delisted before is no part of a map. All of them where none was, so
    /// that the last map of a coin that is traded no more can still be seen, with its age.
    List<Instrument> followedAt(Instant time, Listing listing) {
        List<Instrument> followed = instruments.stream()
                .filter(instrument -> !listing.isRetired(instrument, time))
                .toList();
        return followed.isEmpty() ? instruments : followed;
    }

    /// The stored series of each instrument.
    Map<Instrument, List<SeriesState>> series(Listing listing) {
        return instruments.stream()
                .collect(Collectors.toMap(
                        instrument -> instrument, listing::seriesOf, (first, _) -> first, LinkedHashMap::new));
    }

    /// When the first bar of any of the instruments closed.
    Instant firstClose(Listing listing) {
        return instruments.stream()
                .flatMap(instrument -> listing.seriesOf(instrument).stream())
                .map(state -> state.from().plus(state.interval().duration()))
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /// The instruments of a base asset; if there is none of that name, those a venue calls so.
    private static List<Instrument> named(String symbol, Listing listing) {
        List<Instrument> ofBase = listing.instruments().stream()
                .filter(instrument -> instrument.base().equalsIgnoreCase(symbol))
                .toList();
        List<Instrument> found = ofBase.isEmpty()
                ? listing.instruments().stream()
                        .filter(instrument -> instrument.symbol().equalsIgnoreCase(symbol))
                        .toList()
                : ofBase;
        if (found.isEmpty() && listing.instruments().isEmpty()) {
            throw new NoDataYet("no instrument is known yet");
        }
        if (found.isEmpty()) {
            throw new UnknownSymbol(names(listing.instruments(), Instrument::base));
        }
        return found;
    }

    private static List<Instrument> realOnly(List<Instrument> instruments, Listing listing) {
        List<Instrument> real = instruments.stream()
                .filter(instrument -> !listing.isSimulated(instrument)
                        && !listing.seriesOf(instrument).isEmpty())
                .toList();
        return real.isEmpty() ? instruments : real;
    }

    private static List<Instrument> at(Set<Venue> venues, List<Instrument> instruments) {
        List<Instrument> there = instruments.stream()
                .filter(instrument -> venues.contains(instrument.venue()))
                .toList();
        Set<Venue> without = new TreeSet<>(venues);
        there.forEach(instrument -> without.remove(instrument.venue()));
        if (!without.isEmpty()) {
            throw new UnknownVenue(without.iterator().next() + " does not list the symbol; it is listed at "
                    + names(instruments, instrument -> instrument.venue().name()));
        }
        return there;
    }

    /// @throws UnknownVenue if one of the venues is not known at all
    static void requireKnown(Set<Venue> venues, Listing listing) {
        Set<Venue> known =
                listing.venues().stream().map(KnownVenue::venue).collect(Collectors.toCollection(TreeSet::new));
        for (Venue venue : new TreeSet<>(venues)) {
            if (!known.contains(venue)) {
                throw new UnknownVenue(venue + " is not known; known are " + (known.isEmpty() ? "none yet" : known));
            }
        }
    }

    private static String names(List<Instrument> instruments, Function<Instrument, String> name) {
        return instruments.stream().map(name).distinct().sorted().collect(Collectors.joining(", "));
    }
}
