package io.liquidationmap.ingestion.dydx;

import io.liquidationmap.ingestion.ConditionalOnVenue;
import io.liquidationmap.ingestion.RefusedRows;
import io.liquidationmap.ingestion.http.Pause;
import io.liquidationmap.ingestion.http.VenueExchangeAdapter;
import io.liquidationmap.ingestion.http.VenueGate;
import io.micrometer.core.instrument.MeterRegistry;
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
    VenueGate dydxGate(MeterRegistry registry, Clock clock, Pause pause) {
        return new VenueGate(DydxSource.VENUE, new DydxLimits(clock, pause), registry, clock);
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
