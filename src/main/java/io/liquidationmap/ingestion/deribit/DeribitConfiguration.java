package io.liquidationmap.ingestion.deribit;

import io.liquidationmap.ingestion.ConditionalOnVenue;
import io.liquidationmap.ingestion.RefusedRows;
import io.liquidationmap.ingestion.http.Pause;
import io.liquidationmap.ingestion.http.VenueExchangeAdapter;
import io.liquidationmap.ingestion.http.VenueGate;
import io.liquidationmap.ingestion.http.VenueGates;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.client.support.RestClientHttpServiceGroupConfigurer;
import org.springframework.web.service.registry.ImportHttpServices;

/// The venue's client. Timeouts are `spring.http.serviceclient.deribit.*`.
@Configuration(proxyBeanMethods = false)
@ConditionalOnVenue("deribit")
@EnableConfigurationProperties(DeribitProperties.class)
@ImportHttpServices(group = DeribitConfiguration.REST, types = DeribitApi.class)
class DeribitConfiguration {

    static final String REST = "deribit";

    @Bean
    VenueGate deribitGate(VenueGates gates, Clock clock, Pause pause) {
        return gates.to(DeribitSource.VENUE, new DeribitLimits(clock, pause));
    }

    @Bean
    RestClientHttpServiceGroupConfigurer deribitClients(DeribitProperties properties, VenueGate deribitGate) {
        return groups -> groups.filterByName(REST).forEachGroup((group, client, factory) -> {
            client.baseUrl(properties.restUrl()).requestInterceptor(deribitGate);
            factory.exchangeAdapterDecorator(VenueExchangeAdapter::new);
        });
    }

    @Bean
    DeribitSource deribit(DeribitApi api, VenueGate deribitGate, RefusedRows refused) {
        Clock clock = deribitGate.clock();
        return new DeribitSource(api, new DeribitHistory(api), refused, clock);
    }
}
