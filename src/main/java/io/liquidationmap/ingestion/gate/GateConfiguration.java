package io.liquidationmap.ingestion.gate;

import io.liquidationmap.ingestion.ConditionalOnVenue;
import io.liquidationmap.ingestion.RefusedRows;
import io.liquidationmap.ingestion.http.VenueExchangeAdapter;
import io.liquidationmap.ingestion.http.VenueGate;
import io.liquidationmap.ingestion.http.VenueGates;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.client.support.RestClientHttpServiceGroupConfigurer;
import org.springframework.web.service.registry.ImportHttpServices;

/// The venue's client. Timeouts are `spring.http.serviceclient.gate.*`.
@Configuration(proxyBeanMethods = false)
@ConditionalOnVenue("gate")
@EnableConfigurationProperties(GateProperties.class)
@ImportHttpServices(group = GateConfiguration.REST, types = GateApi.class)
class GateConfiguration {

    static final String REST = "gate";

    @Bean
    VenueGate gateGate(VenueGates gates, Clock clock) {
        return gates.to(GateSource.VENUE, new GateLimits(clock));
    }

    @Bean
    RestClientHttpServiceGroupConfigurer gateClients(GateProperties properties, VenueGate gateGate) {
        return groups -> groups.filterByName(REST).forEachGroup((group, client, factory) -> {
            client.baseUrl(properties.restUrl()).requestInterceptor(gateGate);
            factory.exchangeAdapterDecorator(VenueExchangeAdapter::new);
        });
    }

    @Bean
    GateSource gate(GateApi api, VenueGate gateGate, RefusedRows refused) {
        Clock clock = gateGate.clock();
        GateStatistics statistics = new GateStatistics(api, new StatisticsLabels(api, clock));
        return new GateSource(api, new GateHistory(api, statistics, clock), refused, clock);
    }
}
