package io.liquidationmap.ingestion;

import io.liquidationmap.market.Venue;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Counts the rows this instance refused since it started, by venue. The log hears of each only where it is asked for
/// details: what is wrong with a listing is so every hour.
@Component
final class RefusedRowCounts implements RefusedRows {

    private static final Logger log = LoggerFactory.getLogger(RefusedRowCounts.class);

    private static final int QUOTED_CHARACTERS = 300;

    private final IngestionMetrics metrics;
    private final Clock clock;
    private final Map<Venue, Count> counts = new ConcurrentHashMap<>();

    RefusedRowCounts(IngestionMetrics metrics, Clock clock) {
        this.metrics = metrics;
        this.clock = clock;
    }

    @Override
    public void refuse(Venue venue, String subject, String reason) {
        String refusal = OneLine.of(subject + ": " + reason, QUOTED_CHARACTERS);
        log.debug("{} sent what is refused: {}", venue, refusal);
        metrics.refusal(venue);
        Instant now = clock.instant();
        counts.compute(venue, (name, before) -> new Count(before == null ? 1 : before.rows + 1, refusal, now));
    }

    /// Those of one venue.
    Count of(Venue venue) {
        return counts.getOrDefault(venue, Count.NONE);
    }

    /// How many rows were refused.
    ///
    /// @param last what the last of them was about, and what was wrong with it; null if there was none
    /// @param lastAt when that was
    record Count(long rows, @Nullable String last, @Nullable Instant lastAt) {

        private static final Count NONE = new Count(0, null, null);
    }
}
