package io.liquidationmap.api.liquidations;

import io.liquidationmap.api.query.RequestReader;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// How the requests of this package are read.
@Configuration(proxyBeanMethods = false)
class LiquidationsRequests {

    @Bean
    RequestReader<MapRequest> mapRequests(Clock clock) {
        return new RequestReader<>(MapRequest.class, query -> MapRequest.read(query, clock));
    }

    @Bean
    RequestReader<TriggeredRequest> triggeredRequests(Clock clock) {
        return new RequestReader<>(TriggeredRequest.class, query -> TriggeredRequest.read(query, clock));
    }

    @Bean
    RequestReader<ReachRequest> reachRequests(Clock clock) {
        return new RequestReader<>(ReachRequest.class, query -> ReachRequest.read(query, clock));
    }

    @Bean
    RequestReader<ClustersRequest> clustersRequests(Clock clock) {
        return new RequestReader<>(ClustersRequest.class, query -> ClustersRequest.read(query, clock));
    }

    @Bean
    RequestReader<OverviewRequest> overviewRequests(Clock clock) {
        return new RequestReader<>(OverviewRequest.class, query -> OverviewRequest.read(query, clock));
    }

    @Bean
    RequestReader<ImbalanceRequest> imbalanceRequests(Clock clock) {
        return new RequestReader<>(ImbalanceRequest.class, query -> ImbalanceRequest.read(query, clock));
    }

    @Bean
    RequestReader<ImbalanceHistoryRequest> imbalanceHistoryRequests(Clock clock) {
        return new RequestReader<>(ImbalanceHistoryRequest.class, query -> ImbalanceHistoryRequest.read(query, clock));
    }

    @Bean
    RequestReader<DiffRequest> diffRequests(Clock clock) {
        return new RequestReader<>(DiffRequest.class, query -> DiffRequest.read(query, clock));
    }

    @Bean
    RequestReader<HeatmapRequest> heatmapRequests(Clock clock) {
        return new RequestReader<>(HeatmapRequest.class, query -> HeatmapRequest.read(query, clock));
    }

    @Bean
    RequestReader<ExactRequest> exactRequests(Clock clock) {
        return new RequestReader<>(ExactRequest.class, query -> ExactRequest.read(query, clock));
    }
}
