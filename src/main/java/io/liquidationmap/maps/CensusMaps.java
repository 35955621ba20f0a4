package io.liquidationmap.maps;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.liquidationmap.engine.KnownLevels;
import io.liquidationmap.engine.MapComparison;
import io.liquidationmap.history.CountedVenues;
import io.liquidationmap.history.PositionCensus;
import io.liquidationmap.history.PositionCensus.SeenPosition;
import io.liquidationmap.maps.ExactMap.KnownPart;
import io.liquidationmap.maps.MapView.Reconciliation;
import io.liquidationmap.maps.QuestionException.NoDataYet;
import io.liquidationmap.maps.QuestionException.NotCovered;
import io.liquidationmap.maps.QuestionException.NotPublic;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Range;
import io.liquidationmap.market.Side;
import io.liquidationmap.market.Venue;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Answers from the census of positions, with the model's answer to the same question beside it.
@Component
class CensusMaps implements ExactMaps {

    /// Accounts that hold something are visited every few hours at the latest; what was seen before that is of an
    /// account nobody has looked at since.
    private static final Duration OLDEST = Duration.ofDays(1);

    /// Known positions may have been opened at any time.
    private static final Range ALL = Range.ofDays(730);

    /// Comparing every symbol takes a map of each, and positions change slowly.
    private static final Duration ALL_KEPT = Duration.ofMinutes(5);

    private static final Object ONLY = new Object();

    private final PositionCensus census;
    private final CountedVenues configured;
    private final LiquidationMaps maps;
    private final Listings listings;
    private final LoadingCache<Object, List<ExactMap>> all =
            Caffeine.newBuilder().expireAfterWrite(ALL_KEPT).build(_ -> findAll());

    CensusMaps(PositionCensus census, CountedVenues configured, LiquidationMaps maps, Listings listings) {
        this.census = census;
        this.configured = configured;
        this.maps = maps;
        this.listings = listings;
    }

    @Override
    public ExactMap find(ExactQuery query) {
        MarketSnapshot all = maps.open(modelled(query.symbol(), publicVenues(query.symbol()), query.asOf()));
        Instant asOf = all.market().asOf();
        List<Holdings> holdings = all.market().coverage().stream()
                .map(coverage -> holdings(coverage.instrument(), asOf))
                .toList();
        if (holdings.stream().allMatch(Holdings::isEmpty)) {
            throw nothingSeen(holdings, asOf);
        }
        KnownLevels.Builder known = KnownLevels.at(all.price());
        holdings.forEach(held -> held.addTo(known, all.price()));
        KnownLevels levels = known.build();
        MapView view = all.map(new MapQuery(query.window(), query.buckets(), Set.of()));
        List<KnownPart> sides = Arrays.stream(Side.values())
                .map(side -> part(side, levels, holdings, openInterestUsd(view, side), asOf))
                .toList();
        return new ExactMap(
                all.market(),
                all.price(),
                levels.buckets(query.window().around(all.price(), query.buckets())),
                sides,
                MapComparison.of(levels, openInterestUsd(view, Side.LONG), new SnapshotAmounts(all)));
    }

    @Override
    public List<ExactMap> all() {
        return all.get(ONLY);
    }

    private List<ExactMap> findAll() {
        List<Venue> counted = census.venues();
        return listings.current().instruments().stream()
                .filter(instrument -> counted.contains(instrument.venue()))
                .map(Instrument::base)
                .distinct()
                .sorted()
                .flatMap(symbol -> findNow(symbol).stream())
                .toList();
    }

    private Optional<ExactMap> findNow(String symbol) {
        try {
            return Optional.of(find(new ExactQuery(symbol, null, PriceWindow.ANY, PriceWindow.ANY_BUCKETS)));
        } catch (QuestionException _) {
            // Nothing of it was seen, or it has no bars.
            return Optional.empty();
        }
    }

    private Set<Venue> publicVenues(String symbol) {
        List<Venue> counted = census.venues();
        Set<Venue> venues = venuesOf(symbol);
        Set<Venue> known = new HashSet<>(venues);
        known.retainAll(counted);
        if (known.isEmpty()) {
            throw noneKnown(venues, counted);
        }
        return known;
    }

    private Set<Venue> venuesOf(String symbol) {
        return Selection.of(symbol, Set.of(), listings.current()).instruments().stream()
                .map(Instrument::venue)
                .collect(Collectors.toSet());
    }

    /// Asking again helps where an account may become known, or where it is not known yet what its venue lists.
    private QuestionException noneKnown(Set<Venue> venues, List<Venue> counted) {
        Set<Venue> awaited = new TreeSet<>(configured.venues());
        counted.forEach(awaited::remove);
        Set<Venue> published = new TreeSet<>(counted);
        boolean coming = awaited.stream().anyMatch(venue -> venues.contains(venue) || !isListed(venue));
        if (coming) {
            return new NoDataYet("no account of " + names(awaited) + " is known yet");
        }
        published.addAll(awaited);
        return new NotPublic(published.isEmpty() ? "none of the venues of this service" : names(published));
    }

    private boolean isListed(Venue venue) {
        return listings.current().instruments().stream()
                .anyMatch(instrument -> instrument.venue().equals(venue));
    }

    private static String names(Set<Venue> venues) {
        return venues.stream().map(Venue::name).collect(Collectors.joining(", "));
    }

    /// An instrument's positions, and the price they are valued at: its own.
    private Holdings holdings(InstrumentId id, Instant asOf) {
        List<SeenPosition> seen = census.positions(id, asOf.minus(OLDEST), asOf);
        double price =
                maps.open(modelled(id.symbol(), Set.of(id.venue()), asOf)).price();
        return new Holdings(id, price, seen);
    }

    private QuestionException nothingSeen(List<Holdings> holdings, Instant asOf) {
        Optional<Instant> first = holdings.stream()
                .flatMap(held -> census.firstSeen(held.instrument()).stream())
                .min(Comparator.naturalOrder());
        if (first.isPresent() && first.get().isAfter(asOf)) {
            return new NotCovered("the first position that was seen", first.get());
        }
        String instruments =
                holdings.stream().map(held -> held.instrument().toString()).collect(Collectors.joining(", "));
        return new NoDataYet("no position in " + instruments + " was seen in the day before " + asOf);
    }

    private static MarketQuery modelled(String symbol, Set<Venue> venues, @Nullable Instant asOf) {
        return new MarketQuery(symbol, venues, ALL, asOf, Model.CONSERVED);
    }

    private static double openInterestUsd(MapView view, Side side) {
        return view.reconciliation().stream()
                .filter(part -> part.side() == side)
                .mapToDouble(Reconciliation::openInterestUsd)
                .sum();
    }

    private static KnownPart part(
            Side side, KnownLevels levels, List<Holdings> holdings, double openInterestUsd, Instant asOf) {
        List<WeightedAge> ages = holdings.stream()
                .flatMap(held -> held.ages(side, asOf))
                .sorted(Comparator.comparing(WeightedAge::age))
                .toList();
        return new KnownPart(
                side,
                openInterestUsd,
                ages.size(),
                levels.knownUsd(side),
                levels.totalUsd(side),
                levels.unreachableUsd(side),
                levels.passedUsd(side),
                WeightedAge.median(ages),
                ages.isEmpty() ? Duration.ZERO : ages.getLast().age());
    }
}
