package io.liquidationmap.ingestion.stream;

import io.liquidationmap.history.InstrumentCatalog;
import io.liquidationmap.market.Instrument;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The known instruments that a feed carries. Looked up now and then; while the catalog cannot be read, those known
/// last. For one thread.
final class WantedInstruments implements Supplier<Set<Instrument>> {

    private static final Logger log = LoggerFactory.getLogger(WantedInstruments.class);
    private static final Duration EVERY = Duration.ofSeconds(30);

    private final LiquidationFeed feed;
    private final InstrumentCatalog catalog;
    private final Clock clock;
    private Set<Instrument> known = Set.of();
    private Instant nextLook = Instant.MIN;

    WantedInstruments(LiquidationFeed feed, InstrumentCatalog catalog, Clock clock) {
        this.feed = feed;
        this.catalog = catalog;
        this.clock = clock;
    }

    @Override
    public Set<Instrument> get() {
        Instant now = clock.instant();
        if (now.isBefore(nextLook)) {
            return known;
        }
        nextLook = now.plus(EVERY);
        try {
            known = catalog.instruments().stream()
                    .filter(instrument -> instrument.venue().equals(feed.venue()) && feed.carries(instrument))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (RuntimeException e) {
            log.debug("the catalog cannot be read", e);
        }
        return known;
    }
}
