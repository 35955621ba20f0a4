package io.liquidationmap.ingestion.census;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import io.liquidationmap.history.InstrumentCatalog;
import io.liquidationmap.history.PositionCensus;
import io.liquidationmap.history.Retirements;
import io.liquidationmap.ingestion.FollowedInstruments;
import io.liquidationmap.ingestion.Reachability;
import io.liquidationmap.market.Venue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;

/// The census of one instance of the service, wired as in operation, except that its scheduler does what is due only
/// when told to.
final class CensusInstance {

    private final ManualScheduler scheduler;
    private final CensusHealth health;

    CensusInstance(
            DataSource database,
            PositionCensus census,
            InstrumentCatalog catalog,
            Retirements retirements,
            PositionSource source,
            int visits,
            Reachability venues,
            Clock clock) {
        CensusProperties properties = new CensusProperties(true, Duration.ofSeconds(10), visits, Duration.ofDays(1));
        health = new CensusHealth(venues, clock);
        CensusTasks tasks = new CensusTasks(List.of(source), health, clock);
        List<CensusWork> works = List.of(
                new LargestTraders(census, catalog, clock),
                new LatestTraders(census, new FollowedInstruments(catalog, retirements, clock), clock),
                new AccountVisits(census, catalog, properties, clock),
                new OldPositions(census, properties, clock));
        SettableClock schedulerClock = new SettableClock() {
            @Override
            public Instant now() {
                return clock.instant();
            }
        };
        scheduler = TestHelper.createManualScheduler(
                        database, works.stream().<Task<?>>map(tasks::of).toList())
                .clock(schedulerClock)
                .build();
        tasks.start(works, scheduler);
    }

    /// Does everything that is due now.
    void runOnce() {
        scheduler.runAnyDueExecutions();
    }

    /// What last was in its way.
    String lastError(Venue venue) {
        return Objects.requireNonNull(health.failures().get(venue), "nothing").reason();
    }

    /// `task/instance` of everything that is scheduled, sorted.
    List<String> scheduled() {
        return scheduler.getScheduledExecutions().stream()
                .map(execution -> execution.getTaskInstance().getTaskName() + "/"
                        + execution.getTaskInstance().getId())
                .sorted()
                .toList();
    }
}
