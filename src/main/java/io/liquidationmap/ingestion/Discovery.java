package io.liquidationmap.ingestion;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import io.liquidationmap.history.InstrumentCatalog;
import io.liquidationmap.history.InstrumentCatalog.KnownVenue;
import io.liquidationmap.history.LiquidationCompleteness;
import io.liquidationmap.history.Retirements;
import io.liquidationmap.market.Instrument;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads a venue's listings: begins work on instruments that are new or newly wanted and ends it on those that are gone or
/// no longer wanted, whose history stays.
final class Discovery {

    static final String NAME = "discovery";

    private static final Logger log = LoggerFactory.getLogger(Discovery.class);

    private final InstrumentCatalog catalog;
    private final LiquidationCompleteness completeness;
    private final Retirements retirements;
    private final WantedAssets wanted;
    private final List<String> taskNames;
    private final RefusedRows refused;
    private final IngestionProperties properties;
    private final Clock clock;

    /// @param taskNames what is to be scheduled for every instrument
    Discovery(
            InstrumentCatalog catalog,
            LiquidationCompleteness completeness,
            Retirements retirements,
            WantedAssets wanted,
            List<String> taskNames,
            RefusedRows refused,
            IngestionProperties properties,
            Clock clock) {
        this.catalog = catalog;
        this.completeness = completeness;
        this.retirements = retirements;
        this.wanted = wanted;
        this.taskNames = taskNames;
        this.refused = refused;
        this.properties = properties;
        this.clock = clock;
    }

    /// Looks once.
    ///
    /// @return when to look again
    Instant run(MarketDataSource source, SchedulerClient scheduler) {
        catalog.register(new KnownVenue(source.venue(), source.simulated()));
        Set<String> assets = wanted.names();
        // Without any, the largest are still to be found.
        if (!assets.isEmpty()) {
            follow(source, scheduler, assets);
        }
        Duration pause = wanted.names().equals(assets) ? properties.discoverEvery() : Duration.ZERO;
        return clock.instant().plus(pause);
    }

    private void follow(MarketDataSource source, SchedulerClient scheduler, Set<String> assets) {
        Set<Instrument> listed = source.instruments().stream()
                .filter(instrument -> assets.contains(instrument.base()))
                .collect(Collectors.toSet());
        Set<Instrument> known = catalog.instruments().stream()
                .filter(instrument -> instrument.venue().equals(source.venue()))
                .collect(Collectors.toSet());
        listed.forEach(instrument -> begin(instrument, source, scheduler));
        known.stream()
                .filter(instrument -> !listed.contains(instrument))
                .forEach(instrument -> end(instrument, scheduler));
    }

    private void begin(Instrument instrument, MarketDataSource source, SchedulerClient scheduler) {
        try {
            catalog.register(instrument);
        } catch (IllegalStateException e) {
            log.warn("{} is listed otherwise than it is stored and is left out: {}", instrument.id(), e.getMessage());
            refused.refuse(
                    source.venue(),
                    "listing of " + instrument.symbol(),
                    "it is listed otherwise than it is stored: " + e.getMessage());
            return;
        }
        source.liquidations().ifPresent(declared -> completeness.declare(instrument.id(), declared));
        Instant now = clock.instant();
        retirements.revive(instrument.id(), now);
        boolean isNew = false;
        for (String taskName : taskNames) {
            String id = instrument.id().toString();
            isNew |= scheduler.scheduleIfNotExists(new TaskInstance<Void>(taskName, id), now);
        }
        if (isNew) {
            log.debug("{} is being ingested", instrument.id());
        }
    }

    private void end(Instrument instrument, SchedulerClient scheduler) {
        retirements.retire(instrument.id(), clock.instant());
        for (String taskName : taskNames) {
            try {
                scheduler.cancel(TaskInstanceId.of(taskName, instrument.id().toString()));
                log.info("{} is no longer listed or wanted: no more {}", instrument.id(), taskName);
            } catch (TaskInstanceNotFoundException e) {
                log.trace("{} had no {}", instrument.id(), taskName);
            } catch (TaskInstanceCurrentlyExecutingException e) {
                log.debug("{} of {} is running and is ended next time", taskName, instrument.id());
            }
        }
    }
}
