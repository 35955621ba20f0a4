package io.liquidationmap.ingestion;

import io.liquidationmap.market.Venue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Whether each venue answers. Says so in the log once when it stops and once when it comes back, however many of its
/// instruments fail in between.
@Component
final class VenueHealth implements Reachability {

    private static final Logger log = LoggerFactory.getLogger(VenueHealth.class);

    private final Clock clock;
    private final Map<Venue, State> states = new ConcurrentHashMap<>();

    VenueHealth(Clock clock) {
        this.clock = clock;
    }

    /// What is known about the venue; everything unknown before the first request.
    State state(Venue venue) {
        return states.getOrDefault(venue, State.UNKNOWN);
    }

    @Override
    public boolean isAnswering(Venue venue) {
        return Boolean.TRUE.equals(state(venue).reachable);
    }

    void answered(Venue venue) {
        Instant now = clock.instant();
        states.compute(venue, (name, before) -> {
            State state = before == null ? State.UNKNOWN : before;
            if (Boolean.FALSE.equals(state.reachable)) {
                log.info("{} answers again", name);
            }
            return new State(true, now, state.lastError, state.lastErrorAt, null);
        });
    }

    void failed(Venue venue, VenueUnavailableException failure) {
        Instant now = clock.instant();
        Duration wait = failure.retryAfter();
        states.compute(venue, (name, before) -> {
            State state = before == null ? State.UNKNOWN : before;
            if (Boolean.FALSE.equals(state.reachable)) {
                log.debug("{} still does not answer: {}", name, failure.getMessage());
            } else {
                log.warn("{} does not answer and is tried again: {}", name, failure.getMessage());
            }
            Instant blockedUntil = wait == null ? null : now.plus(wait);
            return new State(false, state.lastAnswer, failure.getMessage(), now, blockedUntil);
        });
    }

    /// What is known about a venue; null where nothing is.
    ///
    /// @param blockedUntil until when the venue asked to be left alone
    record State(
            @Nullable Boolean reachable,
            @Nullable Instant lastAnswer,
            @Nullable String lastError,
            @Nullable Instant lastErrorAt,
            @Nullable Instant blockedUntil) {

        static final State UNKNOWN = new State(null, null, null, null, null);
    }
}
