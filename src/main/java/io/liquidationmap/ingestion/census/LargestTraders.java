package io.liquidationmap.ingestion.census;

import io.liquidationmap.history.InstrumentCatalog;
import io.liquidationmap.history.InstrumentCatalog.KnownVenue;
import io.liquidationmap.history.PositionCensus;
import io.liquidationmap.history.PositionCensus.Sighting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Learns of the accounts the venue lists, once a day: the document is large and changes little.
final class LargestTraders implements CensusWork {

    private static final Logger log = LoggerFactory.getLogger(LargestTraders.class);

    private static final Duration EVERY = Duration.ofDays(1);

    private final PositionCensus census;
    private final InstrumentCatalog catalog;
    private final Clock clock;

    LargestTraders(PositionCensus census, InstrumentCatalog catalog, Clock clock) {
        this.census = census;
        this.catalog = catalog;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "census-largest";
    }

    @Override
    public Instant run(PositionSource source) {
        List<Sighting> seen = source.largest().stream()
                .map(trader -> new Sighting(trader.account(), RevisitRule.ofNew(trader.equityUsd())))
                .toList();
        Instant now = clock.instant();
        // Its listings may not have been read yet.
        catalog.register(new KnownVenue(source.venue(), false));
        int added = census.learn(source.venue(), seen, now);
        log.info("{} lists {} accounts, {} of them new", source.venue(), seen.size(), added);
        return now.plus(EVERY);
    }
}
