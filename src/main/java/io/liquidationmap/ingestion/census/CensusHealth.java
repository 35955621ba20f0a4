package io.liquidationmap.ingestion.census;

import io.liquidationmap.ingestion.CensusMonitor;
import io.liquidationmap.ingestion.Reachability;
import io.liquidationmap.ingestion.VenueUnavailableException;
import io.liquidationmap.market.Venue;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is in the way of the census: for its status, and for the log, which hears once when a work fails although its
/// venue answers, and once when it goes on.
final class CensusHealth implements CensusMonitor {

    private static final Logger log = LoggerFactory.getLogger(CensusHealth.class);

    private final Reachability venues;
    private final Clock clock;
    private final Map<Venue, Failure> failures = new ConcurrentHashMap<>();
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    CensusHealth(Reachability venues, Clock clock) {
        this.venues = venues;
        this.clock = clock;
    }

    @Override
    public Map<Venue, Failure> failures() {
        return Map.copyOf(failures);
    }

    void succeeded(CensusWork work, Venue venue) {
        if (told.remove(name(work, venue))) {
            log.info("{} goes on", name(work, venue));
        }
    }

    void failed(CensusWork work, Venue venue, VenueUnavailableException failure) {
        String reason = work.name() + " " + failure.getMessage();
        failures.put(venue, new Failure(reason, clock.instant()));
        if (venues.isAnswering(venue) && told.add(name(work, venue))) {
            log.warn("{} fails and is tried again: {}", name(work, venue), failure.getMessage());
        } else {
            log.debug("{} still fails: {}", name(work, venue), failure.getMessage());
        }
    }

    private static String name(CensusWork work, Venue venue) {
        return work.name() + " of " + venue;
    }
}
