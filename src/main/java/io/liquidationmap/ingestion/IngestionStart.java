package io.liquidationmap.ingestion;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.ExecutionException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/// Sets ingestion going: everything else follows from reading the listings of the enabled venues.
final class IngestionStart {

    private static final Logger log = LoggerFactory.getLogger(IngestionStart.class);

    private final Venues venues;
    private final SchedulerClient scheduler;
    private final Clock clock;

    IngestionStart(Venues venues, SchedulerClient scheduler, Clock clock) {
        this.venues = venues;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /// Reads the listings now, whenever they were last read: the configuration may have changed since.
    @EventListener(ApplicationReadyEvent.class)
    void readListings() {
        for (MarketDataSource source : venues.all()) {
            String venue = source.venue().name();
            try {
                scheduler.schedule(
                        new TaskInstance<Void>(Discovery.NAME, venue),
                        clock.instant(),
                        SchedulerClient.ScheduleOptions.WHEN_EXISTS_RESCHEDULE);
            } catch (TaskInstanceCurrentlyExecutingException | ExecutionException _) {
                // Either it runs at this moment, or another instance that starts too was faster to set it going.
                log.debug("another instance reads the listings of {}", venue);
            }
        }
    }
}
