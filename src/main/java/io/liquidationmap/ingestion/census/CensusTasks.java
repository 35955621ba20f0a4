package io.liquidationmap.ingestion.census;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.DeadExecutionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.liquidationmap.ingestion.VenueBusyException;
import io.liquidationmap.ingestion.VenueUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Turns the works of the census into tasks of the scheduler that all instances of the service share, one for each work
/// and venue: each is run by one instance at a time, goes on after a crash, and is put off while the venue does not
/// deliver.
final class CensusTasks {

    private static final Logger log = LoggerFactory.getLogger(CensusTasks.class);

    private static final Duration USUAL_RETRY = Duration.ofMinutes(1);

    private static final Duration APART = Duration.ofSeconds(1);

    private static final DeadExecutionHandler<Void> TAKEN_OVER =
            (complete, operations) -> operations.reschedule(complete, complete.getTimeDone());

    private static final FailureHandler<Void> RETRY = (complete, operations) -> {
        @Nullable Throwable cause = complete.getCause().orElse(null);
        operations.reschedule(complete, complete.getTimeDone().plus(delay(cause)));
        String task = complete.getExecution().taskInstance.getTaskAndInstance();
        if (cause instanceof VenueUnavailableException) {
            log.debug("{} is put off: {}", task, cause.getMessage());
        } else {
            log.error("{} failed and is tried again", task, cause);
        }
    };

    private final List<PositionSource> sources;
    private final CensusHealth health;
    private final Clock clock;

    CensusTasks(List<PositionSource> sources, CensusHealth health, Clock clock) {
        this.sources = List.copyOf(sources);
        this.health = health;
        this.clock = clock;
    }

    /// The task of a work; its instances are named after venues. One of a venue that is no longer enabled ends.
    Task<Void> of(CensusWork work) {
        return Tasks.custom(work.name(), Void.class)
                .onFailure(RETRY)
                .onDeadExecution(TAKEN_OVER)
                .execute((instance, _) -> sources.stream()
                        .filter(source -> source.venue().name().equals(instance.getId()))
                        .findFirst()
                        .map(source -> run(work, source))
                        .map(CensusTasks::again)
                        .orElseGet(CompletionHandler.OnCompleteRemove::new));
    }

    /// Sets every work going at every venue, unless it is already; in this order, so that accounts are known before
    /// the first are to be visited.
    void start(List<CensusWork> works, SchedulerClient scheduler) {
        for (PositionSource source : sources) {
            Instant first = clock.instant();
            for (CensusWork work : works) {
                TaskInstance<Void> instance =
                        new TaskInstance<>(work.name(), source.venue().name());
                scheduler.scheduleIfNotExists(instance, first);
                first = first.plus(APART);
            }
        }
    }

    private Instant run(CensusWork work, PositionSource source) {
        try {
            Instant next = work.run(source);
            health.succeeded(work, source.venue());
            return next;
        } catch (VenueBusyException e) {
            throw e;
        } catch (VenueUnavailableException e) {
            // A service that is being stopped interrupts what it does, which is no fault of the venue.
            if (!Thread.currentThread().isInterrupted()) {
                health.failed(work, source.venue(), e);
            }
            throw e;
        }
    }

    private static CompletionHandler<Void> again(Instant next) {
        return (complete, operations) -> operations.reschedule(complete, next);
    }

    private static Duration delay(@Nullable Throwable cause) {
        Duration asked = cause instanceof VenueUnavailableException failure ? failure.retryAfter() : null;
        return asked == null ? USUAL_RETRY : asked;
    }
}
