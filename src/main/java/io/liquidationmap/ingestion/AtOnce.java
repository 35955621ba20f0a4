package io.liquidationmap.ingestion;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.ExecutionException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has a task done now, whenever it was due.
final class AtOnce {

    private static final Logger log = LoggerFactory.getLogger(AtOnce.class);

    private AtOnce() {}

    static void run(SchedulerClient scheduler, String task, String instance, Instant now) {
        try {
            scheduler.schedule(
                    new TaskInstance<Void>(task, instance),
                    now,
                    SchedulerClient.ScheduleOptions.WHEN_EXISTS_RESCHEDULE);
        } catch (TaskInstanceCurrentlyExecutingException | ExecutionException _) {
            // Either it runs at this moment, or another instance of the service was faster to set it going.
            log.debug("another instance does {} of {}", task, instance);
        }
    }
}
