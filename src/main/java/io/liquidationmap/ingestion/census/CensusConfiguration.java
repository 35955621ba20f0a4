package io.liquidationmap.ingestion.census;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.Task;
import io.liquidationmap.history.InstrumentCatalog;
import io.liquidationmap.history.PositionCensus;
import io.liquidationmap.ingestion.FollowedInstruments;
import io.liquidationmap.ingestion.Reachability;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The works of the census, on an instance that polls and takes part. The scheduler runs whatever [Task] beans there
/// are.
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(name = "liquidationmap.ingestion.enabled", matchIfMissing = true)
@ConditionalOnBooleanProperty(name = "liquidationmap.census.enabled", matchIfMissing = true)
@EnableConfigurationProperties(CensusProperties.class)
class CensusConfiguration {

    @Bean
    CensusHealth censusHealth(Reachability venues, Clock clock) {
        return new CensusHealth(venues, clock);
    }

    @Bean
    CensusTasks censusTasks(ObjectProvider<PositionSource> sources, CensusHealth health, Clock clock) {
        return new CensusTasks(sources.stream().toList(), health, clock);
    }

    @Bean
    LargestTraders largestTraders(PositionCensus census, InstrumentCatalog catalog, Clock clock) {
        return new LargestTraders(census, catalog, clock);
    }

    @Bean
    LatestTraders latestTraders(PositionCensus census, FollowedInstruments instruments, Clock clock) {
        return new LatestTraders(census, instruments, clock);
    }

    @Bean
    AccountVisits accountVisits(
            PositionCensus census, InstrumentCatalog catalog, CensusProperties properties, Clock clock) {
        return new AccountVisits(census, catalog, properties, clock);
    }

    @Bean
    OldPositions oldPositions(PositionCensus census, CensusProperties properties, Clock clock) {
        return new OldPositions(census, properties, clock);
    }

    @Bean
    Task<Void> largestTradersTask(CensusTasks tasks, LargestTraders work) {
        return tasks.of(work);
    }

    @Bean
    Task<Void> latestTradersTask(CensusTasks tasks, LatestTraders work) {
        return tasks.of(work);
    }

    @Bean
    Task<Void> accountVisitsTask(CensusTasks tasks, AccountVisits work) {
        return tasks.of(work);
    }

    @Bean
    Task<Void> oldPositionsTask(CensusTasks tasks, OldPositions work) {
        return tasks.of(work);
    }

    @Bean
    ApplicationListener<ApplicationReadyEvent> censusStart(
            CensusTasks tasks, List<CensusWork> works, SchedulerClient scheduler) {
        return _ -> tasks.start(works, scheduler);
    }
}
