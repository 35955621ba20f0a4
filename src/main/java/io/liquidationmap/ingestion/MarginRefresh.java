package io.liquidationmap.ingestion;

import io.liquidationmap.history.InstrumentCatalog;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.MarginSchedule;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Keeps the margin schedules current. What a source knows of an earlier day, such as its built-in table while the venue
/// does not show its tiers, does not replace what was already known of a later one.
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
        Instant now = clock.instant();
        source.marginSchedule(instrument)
                .filter(schedule -> !isOlderThanKnown(schedule, instrument, now))
                .ifPresent(schedule -> catalog.record(instrument.id(), schedule, now));
        return Optional.of(clock.instant().plus(EVERY));
    }

    private boolean isOlderThanKnown(MarginSchedule schedule, Instrument instrument, Instant now) {
        return catalog.marginSchedule(instrument.id(), now)
                .map(MarginSchedule::asOf)
                .filter(known -> known.isAfter(schedule.asOf()))
                .isPresent();
    }
}
