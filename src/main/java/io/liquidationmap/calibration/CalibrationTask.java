package io.liquidationmap.calibration;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.DeadExecutionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Keeps the calibrations up to date, in whichever instance of the service comes first, and there only.
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(name = "liquidationmap.ingestion.enabled", matchIfMissing = true)
class CalibrationTask {

    static final String NAME = "calibration";

    private static final Logger log = LoggerFactory.getLogger(CalibrationTask.class);

    private static final Duration EVERY = Duration.ofSeconds(30);

    /// A few seconds of work, after which others get their turn and what is done is seen to be done.
    private static final int FITS_AT_ONCE = 100;

    /// What an instance that died was doing is done again, by the service's clock.
    private static final DeadExecutionHandler<Void> TAKEN_OVER =
            (complete, operations) -> operations.reschedule(complete, complete.getTimeDone());

    private static final FailureHandler<Void> RETRY = (complete, operations) -> {
        log.error("calibration failed and is tried again", complete.getCause().orElse(null));
        operations.reschedule(complete, complete.getTimeDone().plus(EVERY));
    };

    @Bean
    CustomTask<Void> calibrations(CalibrationWalk walk, Clock clock) {
        return Tasks.custom(NAME, Void.class)
                .scheduleOnStartup("all", null, _ -> clock.instant())
                .onFailure(RETRY)
                .onDeadExecution(TAKEN_OVER)
                .execute((_, _) -> againAt(clock.instant().plus(walk.walk(FITS_AT_ONCE) ? EVERY : Duration.ZERO)));
    }

    private static CompletionHandler<Void> againAt(Instant time) {
        return (complete, operations) -> operations.reschedule(complete, time);
    }
}
