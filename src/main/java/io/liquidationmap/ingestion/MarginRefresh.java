package io.liquidationmap.ingestion;

import io.liquidationmap.history.InstrumentCatalog;
import io.liquidationmap.market.Instrument;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Keeps the margin schedules current.
@Component
final class MarginRefresh implements SeriesTask {

    private static final Duration EVERY = Duration.ofDays(1);

    private final InstrumentCatalog catalog;
    private final Clock clock;

    MarginRefresh(InstrumentCatalog catalog, Clock clock) {
        this.catalog = catalog;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "margin-schedule";
    }

    @Override
    public Optional<Instant> run(MarketDataSource source, Instrument instrument) {
        source.marginSchedule(instrument)
                .ifPresent(schedule -> catalog.record(instrument.id(), schedule, clock.instant()));
        return Optional.of(clock.instant().plus(EVERY));
    }
}
