package io.liquidationmap.ingestion;

import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Venue;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// What ingestion did, counted by venue, and how far each instrument lags. An instance that never polled an
/// instrument has no lag of it, and one that no longer does sees it grow: over several instances take the minimum.
@Component
final class IngestionMetrics {

    private static final String PREFIX = "liquidationmap.ingestion.";

    private final MeterRegistry registry;
    private final Clock clock;
    private final Map<InstrumentId, Instant> lastBarEnds = new ConcurrentHashMap<>();

    IngestionMetrics(MeterRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
    }

    void rows(Venue venue, long written, long refused) {
        registry.counter(PREFIX + "rows.written", "venue", venue.name()).increment((double) written);
        registry.counter(PREFIX + "rows.refused", "venue", venue.name()).increment((double) refused);
    }

    /// A row that is about no series.
    void refusal(Venue venue) {
        registry.counter(PREFIX + "venue.rows.refused", "venue", venue.name()).increment();
    }

    void failure(Venue venue) {
        registry.counter(PREFIX + "failures", "venue", venue.name()).increment();
    }

    void lastBarEnd(Instrument instrument, Instant end) {
        if (lastBarEnds.put(instrument.id(), end) == null) {
            Gauge.builder(PREFIX + "lag", () -> lagSeconds(instrument.id()))
                    .baseUnit("seconds")
                    .tag("venue", instrument.venue().name())
                    .tag("symbol", instrument.symbol())
                    .register(registry);
        }
    }

    private double lagSeconds(InstrumentId instrument) {
        Instant end = lastBarEnds.get(instrument);
        return end == null ? Double.NaN : Duration.between(end, clock.instant()).toMillis() / 1e3;
    }
}
