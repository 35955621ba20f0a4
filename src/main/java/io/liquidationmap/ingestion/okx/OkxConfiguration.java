package io.liquidationmap.ingestion.okx;

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

/// The venue's client. Its timeouts are `spring.http.serviceclient.okx.*`.
@Configuration(proxyBeanMethods = false)
@ConditionalOnVenue("okx")
@EnableConfigurationProperties(OkxProperties.class)
@ImportHttpServices(group = OkxConfiguration.REST, types = OkxApi.class)
class OkxConfiguration {

    static final String REST = "okx";

    @Bean
    VenueGate okxGate(VenueGates gates, Clock clock, Pause pause) {
        return gates.to(OkxSource.VENUE, new OkxLimits(clock, pause));
    }

    @Bean
    RestClientHttpServiceGroupConfigurer okxClients(OkxProperties properties, VenueGate okxGate) {
        return groups -> groups.filterByName(REST).forEachGroup((group, client, factory) -> {
            client.baseUrl(properties.restUrl()).requestInterceptor(okxGate);
            factory.exchangeAdapterDecorator(VenueExchangeAdapter::new);
        });
    }

    @Bean
    OkxSource okx(OkxApi api, VenueGate okxGate, RefusedRows refused) {
        Clock clock = okxGate.clock();
        OkxContracts contracts = new OkxContracts(api, refused);
        return new OkxSource(
                api,
                contracts,
                new OkxHistory(api, clock),
                new OkxStatistics(api, clock),
                new OkxMargins(api, clock),
                refused,
                clock);
    }
}
