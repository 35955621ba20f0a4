package io.liquidationmap.ingestion.census;

import io.liquidationmap.history.PositionCensus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Removes positions that were seen longer ago than they are kept.
final class OldPositions implements CensusWork {

    private static final Logger log = LoggerFactory.getLogger(OldPositions.class);

    private static final Duration EVERY = Duration.ofHours(1);

    private final PositionCensus census;
    private final CensusProperties properties;
    private final Clock clock;

    OldPositions(PositionCensus census, CensusProperties properties, Clock clock) {
        this.census = census;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "census-retention";
    }

    @Override
    public Instant run(PositionSource source) {
        Instant now = clock.instant();
        long removed = census.forget(source.venue(), now.minus(properties.retention()));
        log.debug("{} positions of {} were removed", removed, source.venue());
        return now.plus(EVERY);
    }
}
