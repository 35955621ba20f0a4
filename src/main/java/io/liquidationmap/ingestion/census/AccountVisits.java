package io.liquidationmap.ingestion.census;

import io.liquidationmap.history.InstrumentCatalog;
import io.liquidationmap.history.PositionCensus;
import io.liquidationmap.history.PositionCensus.DueAccount;
import io.liquidationmap.ingestion.VenueUnavailableException;
import io.liquidationmap.market.Denomination;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.PublicPosition;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks at the accounts whose turn it is, a portion at a time, and stores what they hold of the contracts the service
/// knows.
final class AccountVisits implements CensusWork {

    private static final Logger log = LoggerFactory.getLogger(AccountVisits.class);

    /// One account may have something the venue stumbles over; so many in one portion are the venue's own trouble.
    private static final int MOST_FAILURES = 3;

    private final PositionCensus census;
    private final InstrumentCatalog catalog;
    private final CensusProperties properties;
    private final Clock clock;

    AccountVisits(PositionCensus census, InstrumentCatalog catalog, CensusProperties properties, Clock clock) {
        this.census = census;
        this.catalog = catalog;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "census-visits";
    }

    @Override
    public Instant run(PositionSource source) {
        Instant begun = clock.instant();
        Set<InstrumentId> known = catalog.instruments().stream()
                .map(Instrument::id)
                .filter(id -> id.venue().equals(source.venue()))
                .collect(Collectors.toSet());
        if (known.isEmpty()) {
            // Whoever is visited before the listings are read would seem to hold nothing.
            return begun.plus(properties.visitEvery());
        }
        int failures = 0;
        for (DueAccount account : census.due(source.venue(), begun, properties.visits())) {
            try {
                visit(source, account, known);
            } catch (VenueUnavailableException e) {
                failures++;
                if (e.retryAfter() != null || failures == MOST_FAILURES) {
                    throw e;
                }
                log.debug("{} of {} is visited later: {}", account.name(), source.venue(), e.getMessage());
                census.postpone(account, clock.instant(), RevisitRule.after(0, account.revisitAfter()));
            }
        }
        return begun.plus(properties.visitEvery());
    }

    private void visit(PositionSource source, DueAccount account, Set<InstrumentId> known) {
        List<PublicPosition> held = source.positions(account.name()).stream()
                .filter(position -> known.contains(position.instrument()))
                .map(position -> Denomination.of(position.instrument()).perCoin(position))
                .toList();
        double heldUsd = held.stream().mapToDouble(PublicPosition::valueUsd).sum();
        census.record(account, clock.instant(), held, RevisitRule.after(heldUsd, account.revisitAfter()));
    }
}
