package io.liquidationmap.ingestion.bitget;

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

/// The venue's client. Timeouts are `spring.http.serviceclient.bitget.*`.
@Configuration(proxyBeanMethods = false)
@ConditionalOnVenue("bitget")
@EnableConfigurationProperties(BitgetProperties.class)
@ImportHttpServices(group = BitgetConfiguration.REST, types = BitgetApi.class)
class BitgetConfiguration {

    static final String REST = "bitget";

    @Bean
    VenueGate bitgetGate(VenueGates gates, Clock clock, Pause pause) {
        return gates.to(BitgetSource.VENUE, new BitgetLimits(clock, pause));
    }

    @Bean
    RestClientHttpServiceGroupConfigurer bitgetClients(BitgetProperties properties, VenueGate bitgetGate) {
        return groups -> groups.filterByName(REST).forEachGroup((group, client, factory) -> {
            client.baseUrl(properties.restUrl()).requestInterceptor(bitgetGate);
            factory.exchangeAdapterDecorator(VenueExchangeAdapter::new);
        });
    }

    @Bean
    BitgetSource bitget(BitgetApi api, VenueGate bitgetGate, RefusedRows refused) {
        Clock clock = bitgetGate.clock();
        return new BitgetSource(api, new BitgetHistory(api, clock), refused, clock);
    }
}
