package io.liquidationmap.ingestion.kraken;

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

/// The venue's client. Timeouts are `spring.http.serviceclient.kraken.*`.
@Configuration(proxyBeanMethods = false)
@ConditionalOnVenue("kraken")
@EnableConfigurationProperties(KrakenProperties.class)
@ImportHttpServices(group = KrakenConfiguration.REST, types = KrakenApi.class)
class KrakenConfiguration {

    static final String REST = "kraken";

    @Bean
    VenueGate krakenGate(VenueGates gates, Clock clock, Pause pause) {
        return gates.to(KrakenSource.VENUE, new KrakenLimits(clock, pause));
    }

    @Bean
    RestClientHttpServiceGroupConfigurer krakenClients(KrakenProperties properties, VenueGate krakenGate) {
        return groups -> groups.filterByName(REST).forEachGroup((group, client, factory) -> {
            client.baseUrl(properties.restUrl()).requestInterceptor(krakenGate);
            factory.exchangeAdapterDecorator(VenueExchangeAdapter::new);
        });
    }

    @Bean
    KrakenSource kraken(KrakenApi api, VenueGate krakenGate, RefusedRows refused) {
        Clock clock = krakenGate.clock();
        return new KrakenSource(api, new KrakenHistory(api, clock), new KrakenMargins(api, clock), refused, clock);
    }
}
