package io.liquidationmap.ingestion.bitmex;

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

/// The venue's client. Timeouts are `spring.http.serviceclient.bitmex.*`.
@Configuration(proxyBeanMethods = false)
@ConditionalOnVenue("bitmex")
@EnableConfigurationProperties(BitmexProperties.class)
@ImportHttpServices(group = BitmexConfiguration.REST, types = BitmexApi.class)
class BitmexConfiguration {

    static final String REST = "bitmex";

    @Bean
    VenueGate bitmexGate(VenueGates gates, Clock clock) {
        return gates.to(BitmexSource.VENUE, new BitmexLimits(clock));
    }

    @Bean
    RestClientHttpServiceGroupConfigurer bitmexClients(BitmexProperties properties, VenueGate bitmexGate) {
        return groups -> groups.filterByName(REST).forEachGroup((group, client, factory) -> {
            client.baseUrl(properties.restUrl()).requestInterceptor(bitmexGate);
            factory.exchangeAdapterDecorator(VenueExchangeAdapter::new);
        });
    }

    @Bean
    BitmexSource bitmex(BitmexApi api, VenueGate bitmexGate, RefusedRows refused) {
        Clock clock = bitmexGate.clock();
        return new BitmexSource(api, new BitmexHistory(api, new NewestBuckets(api, clock)), refused, clock);
    }
}
