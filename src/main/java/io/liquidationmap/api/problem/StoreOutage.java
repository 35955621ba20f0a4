package io.liquidationmap.api.problem;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/// Since when the store has been failing, as far as requests have noticed.
@Component
class StoreOutage {

    /// Failures that lie further apart are taken for two outages.
    private static final Duration QUIET = Duration.ofMinutes(5);

    private final Clock clock;
    private Instant since = Instant.MIN;
    private Instant last = Instant.MIN;

    StoreOutage(Clock clock) {
        this.clock = clock;
    }

    /// Notes a failure.
    ///
    /// @return when the present outage was first noticed
    synchronized Instant noticed() {
        Instant now = clock.instant();
        if (since.equals(Instant.MIN) || last.plus(QUIET).isBefore(now)) {
            since = now;
        }
        last = now;
        return since;
    }
}
