package io.liquidationmap.ingestion.stream;

import io.liquidationmap.ingestion.FollowedInstruments;
import io.liquidationmap.market.Instrument;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The followed instruments of a part of a feed. Looked up now and then; while the catalog cannot be read, those known
/// last. For one thread.
final class WantedInstruments implements Supplier<Set<Instrument>> {

    private static final Logger log = LoggerFactory.getLogger(WantedInstruments.class);
    private static final Duration EVERY = Duration.ofSeconds(30);

    private final FeedPart part;
    private final FollowedInstruments instruments;
    private final Clock clock;
    private Set<Instrument> known = Set.of();
    private Instant nextLook = Instant.MIN;

    WantedInstruments(FeedPart part, FollowedInstruments instruments, Clock clock) {
        this.part = part;
        this.instruments = instruments;
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
            known = part.of(instruments.now());
        } catch (RuntimeException e) {
            log.debug("the catalog cannot be read", e);
        }
        return known;
    }
}
