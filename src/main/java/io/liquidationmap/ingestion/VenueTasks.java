package io.liquidationmap.ingestion;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.DeadExecutionHandler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.liquidationmap.history.InstrumentCatalog;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.Venue;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Turns work on venues and instruments into tasks of the scheduler that all instances of the service share: each is
/// run by one instance at a time, goes on after a crash, and is put off while the venue does not deliver.
@Component
final class VenueTasks {

    private static final Logger log = LoggerFactory.getLogger(VenueTasks.class);

    private static final Duration FIRST_RETRY = Duration.ofSeconds(5);
    private static final Duration LONGEST_RETRY = Duration.ofMinutes(15);

    /// What waits for one venue does not all return in the same instant.
    private static final int SPREAD_MS = 2000;

    /// Limits begin anew when bars end, too. What can wait, be it put off or due again at once, leaves so much time to the
    /// newest bars, from when those are asked for.
    private static final Duration FIRST_COME_BARS = Duration.ofSeconds(15);

    /// What an instance that died was doing is done again, by the service's clock.
    private static final DeadExecutionHandler<Void> TAKEN_OVER =
            (complete, operations) -> operations.reschedule(complete, complete.getTimeDone());

    private final Venues venues;
    private final InstrumentCatalog catalog;
    private final Interval bars;
    private final Duration firstComeBars;
    private final Duration longestRetry;

    /// An instrument stays what it is, so each is looked up once.
    private final Map<InstrumentId, Instrument> known = new ConcurrentHashMap<>();

    VenueTasks(Venues venues, InstrumentCatalog catalog, IngestionProperties properties) {
        this.venues = venues;
        this.catalog = catalog;
        this.bars = properties.bars();
        this.firstComeBars = properties.pollDelay().plus(FIRST_COME_BARS);
        Duration interval = bars.duration();
        this.longestRetry = interval.compareTo(LONGEST_RETRY) < 0 ? interval : LONGEST_RETRY;
    }

    /// A task with one instance per venue, whose id is the venue's name.
    Task<Void> ofVenue(Discovery work) {
        return Tasks.custom(Discovery.NAME, Void.class)
                .onFailure(retry(false))
                .onDeadExecution(TAKEN_OVER)
                .execute((instance, context) -> completion(venues.find(new Venue(instance.getId()))
                        .map(source -> work.run(source, context.getSchedulerClient()))));
    }

    /// A task of which there is one instance.
    ///
    /// @param work tells when it is due again; nothing when it is over
    Task<Void> ofService(String name, Function<SchedulerClient, Optional<Instant>> work) {
        return Tasks.custom(name, Void.class)
                .onFailure(retry(false))
                .onDeadExecution(TAKEN_OVER)
                .execute((instance, context) -> completion(work.apply(context.getSchedulerClient())));
    }

    /// A task with one instance per instrument, whose id is `venue:symbol`.
    Task<Void> ofSeries(SeriesTask work) {
        return Tasks.custom(work.name(), Void.class)
                .onFailure(retry(work.canWait()))
                .onDeadExecution(TAKEN_OVER)
                .execute((instance, context) -> completion(
                        run(work, instance.getId()).map(next -> work.canWait() ? afterTheNewestBars(next) : next)));
    }

    private Optional<Instant> run(SeriesTask work, String id) {
        int colon = id.indexOf(':');
        InstrumentId instrumentId = InstrumentId.of(id.substring(0, colon), id.substring(colon + 1));
        Optional<MarketDataSource> source = venues.find(instrumentId.venue());
        Optional<Instrument> instrument = find(instrumentId);
        return source.isPresent() && instrument.isPresent()
                ? work.run(source.get(), instrument.get())
                : Optional.empty();
    }

    private Optional<Instrument> find(InstrumentId id) {
        return Optional.ofNullable(known.get(id)).or(() -> {
            Optional<Instrument> found = catalog.find(id);
            found.ifPresent(instrument -> known.put(id, instrument));
            return found;
        });
    }

    private static CompletionHandler<Void> completion(Optional<Instant> next) {
        return next.<CompletionHandler<Void>>map(at -> (complete, operations) -> operations.reschedule(complete, at))
                .orElseGet(CompletionHandler.OnCompleteRemove::new);
    }

    private FailureHandler<Void> retry(boolean canWait) {
        return (complete, operations) -> {
            // One that was interrupted because the service is being stopped is left to whoever comes next.
            Thread.interrupted();
            Execution execution = complete.getExecution();
            Throwable cause = complete.getCause().orElse(null);
            if (!(cause instanceof VenueUnavailableException)) {
                log.error("{} failed and is tried again", execution.taskInstance.getTaskAndInstance(), cause);
            }
            Instant again = complete.getTimeDone().plus(delay(execution, cause));
            operations.reschedule(complete, canWait ? afterTheNewestBars(again) : again);
        };
    }

    private Instant afterTheNewestBars(Instant again) {
        return again.isBefore(bars.floor(again).plus(firstComeBars)) ? again.plus(firstComeBars) : again;
    }

    /// As long as the venue asks for, else ever longer.
    private Duration delay(Execution execution, @Nullable Throwable cause) {
        Duration asked = cause instanceof VenueUnavailableException failure ? failure.retryAfter() : null;
        if (asked != null) {
            return asked.plusMillis(Math.floorMod(execution.taskInstance.getId().hashCode(), SPREAD_MS));
        }
        Duration backedOff = FIRST_RETRY.multipliedBy(1L << Math.min(execution.consecutiveFailures, 10));
        return backedOff.compareTo(longestRetry) < 0 ? backedOff : longestRetry;
    }
}
