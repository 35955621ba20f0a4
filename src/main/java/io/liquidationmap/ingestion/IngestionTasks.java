package io.liquidationmap.ingestion;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import com.github.kagkarlsson.scheduler.task.Task;
import io.liquidationmap.history.AssetUniverse;
import io.liquidationmap.history.BarHistory;
import io.liquidationmap.history.IngestionJournal;
import io.liquidationmap.history.InstrumentCatalog;
import io.liquidationmap.history.LiquidationCompleteness;
import io.liquidationmap.history.Retirements;
import io.liquidationmap.history.UnavailableBars;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The tasks of an instance that polls. The scheduler runs whatever [Task] beans there are.
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(name = "liquidationmap.ingestion.enabled", matchIfMissing = true)
class IngestionTasks {

    /// Longer than there have been venues.
    private static final Duration EVERYTHING = Duration.ofDays(10_000);

    @Bean
    GapRepair recentGaps(
            SeriesLoader loader,
            BarHistory history,
            UnavailableBars unavailable,
            IngestionJournal journal,
            IngestionProperties properties,
            Clock clock) {
        return new GapRepair(
                "recent-gaps",
                GapRepair.RECENT,
                properties.repairEvery(),
                loader,
                history,
                unavailable,
                journal,
                properties,
                clock);
    }

    @Bean
    GapRepair allGaps(
            SeriesLoader loader,
            BarHistory history,
            UnavailableBars unavailable,
            IngestionJournal journal,
            IngestionProperties properties,
            Clock clock) {
        return new GapRepair(
                "all-gaps", EVERYTHING, Duration.ofDays(1), loader, history, unavailable, journal, properties, clock);
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
    Task<Void> lateFiguresTask(VenueTasks tasks, LateFigures work) {
        return tasks.ofSeries(work);
    }

    @Bean
    Task<Void> marginScheduleTask(VenueTasks tasks, MarginRefresh work) {
        return tasks.ofSeries(work);
    }

    @Bean
    Task<Void> liquidationGapsTask(VenueTasks tasks, LiquidationGaps work) {
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
            Retirements retirements,
            WantedAssets wanted,
            RefusedRows refused,
            IngestionProperties properties,
            Clock clock) {
        List<String> taskNames = works.stream().map(SeriesTask::name).toList();
        return tasks.ofVenue(
                new Discovery(catalog, completeness, retirements, wanted, taskNames, refused, properties, clock));
    }

    /// Ends by itself where the assets are named.
    @Bean
    Task<Void> largestAssetsTask(
            VenueTasks tasks,
            Venues venues,
            InstrumentCatalog catalog,
            AssetUniverse universe,
            IngestionProperties properties,
            Clock clock) {
        Optional<LargestAssets> work = properties.assetRule() instanceof AssetRule.Largest rule
                ? Optional.of(new LargestAssets(rule, venues, catalog, universe, properties, clock))
                : Optional.empty();
        return tasks.ofService(LargestAssets.NAME, scheduler -> work.map(assets -> assets.run(scheduler)));
    }

    @Bean
    IngestionStart ingestionStart(
            Venues venues, IngestionProperties properties, SchedulerClient scheduler, Clock clock) {
        return new IngestionStart(venues, properties, scheduler, clock);
    }

    /// Every task gets a thread of its own for as long as it takes. They are the system's threads, because a few tasks
    /// compute for seconds, in which threads that take turns by themselves would hold up hundreds that only wait.
    @Bean
    DbSchedulerCustomizer taskThreads() {
        ExecutorService threads = Executors.newThreadPerTaskExecutor(
                Thread.ofPlatform().name("task-", 0).factory());
        return new DbSchedulerCustomizer() {
            @Override
            public Optional<ExecutorService> executorService() {
                return Optional.of(threads);
            }
        };
    }

    /// The scheduler goes by the same clock as everything else.
    @Bean
    com.github.kagkarlsson.scheduler.Clock schedulerClock(Clock clock) {
        return clock::instant;
    }
}
