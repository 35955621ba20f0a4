package io.liquidationmap.ingestion.bybit;

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

/// The venue's client. Its timeouts are `spring.http.serviceclient.bybit.*`.
@Configuration(proxyBeanMethods = false)
@ConditionalOnVenue("bybit")
@EnableConfigurationProperties(BybitProperties.class)
@ImportHttpServices(group = BybitConfiguration.REST, types = BybitApi.class)
class BybitConfiguration {

    static final String REST = "bybit";

    @Bean
    VenueGate bybitGate(VenueGates gates, Clock clock, Pause pause) {
        return gates.to(BybitSource.VENUE, new BybitLimits(clock, pause));
    }

    @Bean
    RestClientHttpServiceGroupConfigurer bybitClients(BybitProperties properties, VenueGate bybitGate) {
        return groups -> groups.filterByName(REST).forEachGroup((group, client, factory) -> {
            client.baseUrl(properties.restUrl()).requestInterceptor(bybitGate);
            factory.exchangeAdapterDecorator(VenueExchangeAdapter::new);
        });
    }

    @Bean
    BybitSource bybit(BybitApi api, VenueGate bybitGate, RefusedRows refused) {
        Clock clock = bybitGate.clock();
        return new BybitSource(api, new BybitHistory(api), new BybitMargins(api, clock), refused, clock);
    }
}
