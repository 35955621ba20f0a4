package io.liquidationmap.accuracy.forecast;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.DeadExecutionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.liquidationmap.maps.BusyException;
import io.liquidationmap.market.Interval;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The task that scores, which all instances of the service share. It runs where the tasks of ingestion run.
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(name = "liquidationmap.ingestion.enabled", matchIfMissing = true)
class ForecastTasks {

    /// The name under which it is scheduled; shared by all instances, so it must not change.
    static final String NAME = "forecast-scores";

    private static final Logger log = LoggerFactory.getLogger(ForecastTasks.class);

    /// The bars of the last hour need a moment to arrive.
    private static final Duration AFTER_THE_HOUR = Duration.ofMinutes(3);

    private static final Duration RETRY = Duration.ofMinutes(5);

    @Bean
    CustomTask<Void> forecastTask(ForecastRound round, Clock clock) {
        FailureHandler<Void> retry = (complete, operations) -> {
            Throwable cause = complete.getCause().orElse(null);
            // Whoever asks for a map goes before.
            if (!(cause instanceof BusyException)) {
                log.error("{} failed and is tried again", NAME, cause);
            }
            operations.reschedule(complete, complete.getTimeDone().plus(RETRY));
        };
        DeadExecutionHandler<Void> takenOver =
                (complete, operations) -> operations.reschedule(complete, complete.getTimeDone());
        return Tasks.custom(NAME, Void.class)
                .scheduleOnStartup("all", null, UnaryOperator.identity())
                .onFailure(retry)
                .onDeadExecution(takenOver)
                .execute((_, _) -> next(round.run(), clock.instant()));
    }

    private static CompletionHandler<Void> next(boolean done, Instant now) {
        Instant nextHour = Interval.ONE_HOUR.floor(now).plus(Interval.ONE_HOUR.duration());
        Instant due = done ? nextHour.plus(AFTER_THE_HOUR) : now;
        return (complete, operations) -> operations.reschedule(complete, due);
    }
}
