package io.liquidationmap.ingestion;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.Task;
import io.liquidationmap.history.BarHistory;
import io.liquidationmap.history.IngestionJournal;
import io.liquidationmap.history.InstrumentCatalog;
import io.liquidationmap.history.LiquidationCompleteness;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The tasks of an instance that polls. The scheduler runs whatever [Task] beans there are.
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(name = "liquidationmap.ingestion.enabled", matchIfMissing = true)
class IngestionTasks {

    /// Late open interest and short outages turn up within this time; older gaps are looked at daily.
    private static final Duration RECENT = Duration.ofDays(2);

    @Bean
    GapRepair recentGaps(
            SeriesLoader loader,
            BarHistory history,
            IngestionJournal journal,
            IngestionProperties properties,
            Clock clock) {
        return new GapRepair(
                "recent-gaps", RECENT, properties.repairEvery(), loader, history, journal, properties, clock);
    }

    @Bean
    GapRepair allGaps(
            SeriesLoader loader,
            BarHistory history,
            IngestionJournal journal,
            IngestionProperties properties,
            Clock clock) {
        return new GapRepair(
                "all-gaps", properties.history(), Duration.ofDays(1), loader, history, journal, properties, clock);
    }

    @Bean
    Task<Void> newestBarTask(VenueTasks tasks, NewestBar work) {
        return tasks.ofSeries(work);
    }

    @Bean
    Task<Void> backfillTask(VenueTasks tasks, Backfill work) {
        return tasks.ofSeries(work);
    }

    @Bean
    Task<Void> recentGapsTask(VenueTasks tasks, GapRepair recentGaps) {
        return tasks.ofSeries(recentGaps);
    }

    @Bean
    Task<Void> allGapsTask(VenueTasks tasks, GapRepair allGaps) {
        return tasks.ofSeries(allGaps);
    }

    @Bean
    Task<Void> marginScheduleTask(VenueTasks tasks, MarginRefresh work) {
        return tasks.ofSeries(work);
    }

    @Bean
    Task<Void> liquidationSumsTask(VenueTasks tasks, LiquidationSums work) {
        return tasks.ofSeries(work);
    }

    @Bean
    Task<Void> discoveryTask(
            VenueTasks tasks,
            List<SeriesTask> works,
            InstrumentCatalog catalog,
            LiquidationCompleteness completeness,
            IngestionProperties properties,
            Clock clock) {
        List<String> taskNames = works.stream().map(SeriesTask::name).toList();
        return tasks.ofVenue(new Discovery(catalog, completeness, taskNames, properties, clock));
    }

    @Bean
    IngestionStart ingestionStart(Venues venues, SchedulerClient scheduler, Clock clock) {
        return new IngestionStart(venues, scheduler, clock);
    }

    /// The scheduler goes by the same clock as everything else.
    @Bean
    com.github.kagkarlsson.scheduler.Clock schedulerClock(Clock clock) {
        return clock::instant;
    }
}
