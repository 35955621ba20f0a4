package io.liquidationmap.ingestion;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import io.liquidationmap.history.AssetUniverse;
import io.liquidationmap.history.BarHistory;
import io.liquidationmap.history.InMemoryCompleteness;
import io.liquidationmap.history.IngestionJournal;
import io.liquidationmap.history.InstrumentCatalog;
import io.liquidationmap.history.PositionCensus;
import io.liquidationmap.history.Retirements;
import io.liquidationmap.history.UnavailableBars;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/// The ingestion of one instance of the service, wired as in operation, except that its scheduler does what is due
/// only when told to.
final class IngestionInstance {

    private final Clock clock;
    private final ManualScheduler scheduler;
    private final IngestionStart start;
    final JournaledIngestionStatus status;
    final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    /// Where it keeps what it knows, shared by all instances.
    record Stores(
            DataSource database,
            InstrumentCatalog catalog,
            BarHistory history,
            IngestionJournal journal,
            UnavailableBars unavailable,
            Retirements retirements,
            AssetUniverse universe,
            PositionCensus census) {}

    /// @param assets as configured
    IngestionInstance(Stores stores, List<String> assets, Clock clock, FakeSource... sources) {
        this.clock = clock;
        InstrumentCatalog catalog = stores.catalog();
        BarHistory history = stores.history();
        IngestionJournal journal = stores.journal();
        IngestionProperties properties = new IngestionProperties(
                true,
                Duration.ofMinutes(5),
                assets,
                Duration.ofDays(2),
                Duration.ofSeconds(5),
                Duration.ofMinutes(15),
                Duration.ofHours(1));
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        for (FakeSource source : sources) {
            beans.addBean(source.venue().name(), source);
        }
        VenueHealth health = new VenueHealth(clock);
        IngestionMetrics metrics = new IngestionMetrics(registry, clock);
        RefusedRowCounts refused = new RefusedRowCounts(metrics, clock);
        Venues venues = new Venues(beans.getBeanProvider(MarketDataSource.class), health, refused);
        SeriesLoader loader = new SeriesLoader(history, journal, metrics, properties, clock);
        VenueTasks tasks = new VenueTasks(venues, catalog, properties);
        IngestionTasks wiring = new IngestionTasks();
        List<SeriesTask> works = List.of(
                new NewestBar(loader, history, metrics, properties, clock),
                new Backfill(loader, journal, properties, clock),
                wiring.recentGaps(loader, history, stores.unavailable(), journal, properties, clock),
                wiring.allGaps(loader, history, stores.unavailable(), journal, properties, clock),
                new MarginRefresh(catalog, clock));
        List<Task<?>> all = Stream.<Stream<Task<?>>>of(
                        works.stream().map(tasks::ofSeries),
                        Stream.of(wiring.discoveryTask(
                                tasks,
                                works,
                                catalog,
                                new InMemoryCompleteness(),
                                stores.retirements(),
                                new WantedAssets(properties, stores.universe()),
                                refused,
                                properties,
                                clock)),
                        Stream.of(
                                wiring.largestAssetsTask(tasks, venues, catalog, stores.universe(), properties, clock)))
                .flatMap(Function.identity())
                .toList();
        SettableClock schedulerClock = new SettableClock() {
            @Override
            public Instant now() {
                return clock.instant();
            }
        };
        scheduler = TestHelper.createManualScheduler(stores.database(), all)
                .clock(schedulerClock)
                .build();
        start = new IngestionStart(venues, properties, scheduler, clock);
        status = new JournaledIngestionStatus(
                history,
                journal,
                stores.unavailable(),
                stores.census(),
                venues,
                health,
                refused,
                beans.getBeanProvider(FeedMonitor.class),
                beans.getBeanProvider(CensusMonitor.class),
                properties,
                clock);
    }

    void start() {
        start.readListings();
    }

    /// Does everything that is due now, and once what becomes due by that.
    void runOnce() {
        scheduler.runAnyDueExecutions();
    }

    /// Does what is due until nothing is.
    void runAll() {
        for (int i = 0; i < 200; i++) {
            scheduler.runAnyDueExecutions();
            if (scheduler.getScheduledExecutions().stream()
                    .noneMatch(execution -> !execution.getExecutionTime().isAfter(clock.instant()))) {
                return;
            }
        }
        throw new AssertionError("there is always something due: " + scheduler.getScheduledExecutions());
    }

    /// Takes over what instances that died had begun.
    void takeOverFromTheDead() {
        scheduler.runDeadExecutionDetection();
    }

    /// `task/instance` of everything that is scheduled and not running, sorted.
    List<String> scheduled() {
        return scheduler.getScheduledExecutions().stream()
                .map(execution -> execution.getTaskInstance().getTaskName() + "/"
                        + execution.getTaskInstance().getId())
                .sorted()
                .toList();
    }

    /// When a task is due.
    Instant due(String taskAndInstance) {
        return scheduler.getScheduledExecutions().stream()
                .filter(execution ->
                        taskAndInstance.equals(execution.getTaskInstance().getTaskName() + "/"
                                + execution.getTaskInstance().getId()))
                .findFirst()
                .orElseThrow()
                .getExecutionTime();
    }
}
