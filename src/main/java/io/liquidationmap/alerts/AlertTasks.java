package io.liquidationmap.alerts;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.DeadExecutionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The tasks that judge alerts and send messages, which all instances of the service share. They run where the tasks of
/// ingestion run, on instances that have keys: only those know whose alerts are still wanted.
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(name = "liquidationmap.ingestion.enabled", matchIfMissing = true)
@ConditionalOnProperty("liquidationmap.api.keys[0].name")
class AlertTasks {

    /// The names under which they are scheduled; shared by all instances, so they must not change.
    static final String ROUND = "alerts";

    static final String DELIVERY = "alert-delivery";

    private static final Logger log = LoggerFactory.getLogger(AlertTasks.class);

    private static final Duration RETRY = Duration.ofMinutes(1);

    /// What an instance that died was doing is done again, by the service's clock.
    private static final DeadExecutionHandler<Void> TAKEN_OVER =
            (complete, operations) -> operations.reschedule(complete, complete.getTimeDone());

    private static final FailureHandler<Void> AGAIN = (complete, operations) -> {
        log.error(
                "{} failed and is tried again",
                complete.getExecution().taskInstance.getTaskAndInstance(),
                complete.getCause().orElse(null));
        operations.reschedule(complete, complete.getTimeDone().plus(RETRY));
    };

    @Bean
    CustomTask<Void> alertRoundTask(
            AlertRound round, DeliveryStore deliveries, AlertsProperties properties, Clock clock) {
        return Tasks.custom(ROUND, Void.class)
                .scheduleOnStartup("all", null, _ -> clock.instant())
                .onFailure(AGAIN)
                .onDeadExecution(TAKEN_OVER)
                .execute((_, context) -> {
                    try {
                        round.run();
                    } finally {
                        schedule(deliveries, context.getSchedulerClient(), clock.instant());
                    }
                    deliveries.forget(clock.instant().minus(properties.keepDeliveries()));
                    return at(Optional.of(clock.instant().plus(properties.every())));
                });
    }

    @Bean
    CustomTask<Void> alertDeliveryTask(Deliveries deliveries) {
        return Tasks.custom(DELIVERY, Void.class)
                .onFailure(AGAIN)
                .onDeadExecution(TAKEN_OVER)
                .execute((instance, _) -> at(deliveries.attempt(UUID.fromString(instance.getId()))));
    }

    /// Whatever is to be sent gets a task, also what an instance noticed that died before it could see to that.
    private static void schedule(DeliveryStore deliveries, SchedulerClient scheduler, Instant now) {
        for (UUID delivery : deliveries.pending()) {
            scheduler.scheduleIfNotExists(new TaskInstance<Void>(DELIVERY, delivery.toString()), now);
        }
    }

    private static CompletionHandler<Void> at(Optional<Instant> next) {
        return next.<CompletionHandler<Void>>map(
                        time -> (complete, operations) -> operations.reschedule(complete, time))
                .orElseGet(CompletionHandler.OnCompleteRemove::new);
    }
}
