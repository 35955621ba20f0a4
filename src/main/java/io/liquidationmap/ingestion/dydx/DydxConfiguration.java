package io.liquidationmap.ingestion.dydx;

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

/// The venue's client. Timeouts are `spring.http.serviceclient.dydx.*`.
@Configuration(proxyBeanMethods = false)
@ConditionalOnVenue("dydx")
@EnableConfigurationProperties(DydxProperties.class)
@ImportHttpServices(group = DydxConfiguration.REST, types = DydxApi.class)
class DydxConfiguration {

    static final String REST = "dydx";

    @Bean
    VenueGate dydxGate(VenueGates gates, Clock clock, Pause pause) {
        return gates.to(DydxSource.VENUE, new DydxLimits(clock, pause));
    }

    @Bean
    RestClientHttpServiceGroupConfigurer dydxClients(DydxProperties properties, VenueGate dydxGate) {
        return groups -> groups.filterByName(REST).forEachGroup((group, client, factory) -> {
            client.baseUrl(properties.restUrl()).requestInterceptor(dydxGate);
            factory.exchangeAdapterDecorator(VenueExchangeAdapter::new);
        });
    }

    @Bean
    DydxSource dydx(DydxApi api, VenueGate dydxGate, RefusedRows refused) {
        Clock clock = dydxGate.clock();
        return new DydxSource(api, new DydxHistory(api), refused, clock);
    }
}
