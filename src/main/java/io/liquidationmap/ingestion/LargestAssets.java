package io.liquidationmap.ingestion;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import io.liquidationmap.history.AssetUniverse;
import io.liquidationmap.history.InstrumentCatalog;
import io.liquidationmap.history.InstrumentCatalog.KnownVenue;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.Venue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds the coins of which most is open over all venues, by what each venue says of all its contracts at once, and has
/// the venues' listings read anew when others are among them.
final class LargestAssets {

    /// The name of the task, and of its only instance.
    static final String NAME = "largest-assets";

    private static final Logger log = LoggerFactory.getLogger(LargestAssets.class);

    /// What a venue said counts as long as this, so that an outage of the largest venue changes nothing.
    private static final Duration COUNTS = Duration.ofDays(2);

    private final AssetRule.Largest rule;
    private final Venues venues;
    private final InstrumentCatalog catalog;
    private final AssetUniverse universe;
    private final IngestionProperties properties;
    private final Clock clock;
    private final AtomicBoolean told = new AtomicBoolean();

    LargestAssets(
            AssetRule.Largest rule,
            Venues venues,
            InstrumentCatalog catalog,
            AssetUniverse universe,
            IngestionProperties properties,
            Clock clock) {
        this.rule = rule;
        this.venues = venues;
        this.catalog = catalog;
        this.universe = universe;
        this.properties = properties;
        this.clock = clock;
    }

    /// Looks once.
    ///
    /// @return when to look again
    /// @throws VenueUnavailableException if not one venue has ever said anything
    Instant run(SchedulerClient scheduler) {
        venues.all().forEach(this::ask);
        List<Venue> names = venues.all().stream().map(MarketDataSource::venue).toList();
        List<String> ranking = universe.ranking(names, clock.instant().minus(COUNTS));
        if (ranking.isEmpty()) {
            if (!told.getAndSet(true)) {
                log.warn("no venue says how much is open in its contracts: the largest assets are not known yet");
            }
            throw new VenueUnavailableException("no venue says how much is open in its contracts", null, null);
        }
        Set<String> before = universe.members();
        Set<String> members = rule.members(ranking, before);
        if (!members.equals(before)) {
            universe.admit(members, clock.instant());
            log.info("the {} largest assets are now {}", rule.count(), members);
            names.forEach(venue -> AtOnce.run(scheduler, Discovery.NAME, venue.name(), clock.instant()));
        }
        return clock.instant().plus(properties.discoverEvery());
    }

    private void ask(MarketDataSource source) {
        try {
            Map<String, Double> bySymbol = source.openInterestUsd();
            if (bySymbol.isEmpty()) {
                return;
            }
            Map<String, Double> byAsset = new TreeMap<>();
            for (Instrument instrument : source.instruments()) {
                Double usd = bySymbol.get(instrument.symbol());
                if (usd != null && usd > 0) {
                    byAsset.merge(instrument.base(), usd, Double::sum);
                }
            }
            catalog.register(new KnownVenue(source.venue(), source.simulated()));
            universe.state(source.venue(), byAsset, clock.instant());
        } catch (VenueUnavailableException e) {
            log.debug("what is open at {} is not known at present: {}", source.venue(), e.getMessage());
        }
    }
}
