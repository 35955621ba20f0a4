package io.liquidationmap.ingestion.binance;

import io.liquidationmap.ingestion.http.TrafficRules;
import io.liquidationmap.ingestion.http.VenueExchangeAdapter;
import io.liquidationmap.ingestion.http.VenueGate;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.client.support.RestClientHttpServiceGroupConfigurer;
import org.springframework.web.service.registry.ImportHttpServices;

/// The venue's clients. Timeouts are `spring.http.serviceclient.binance.*` and `.binance-archive.*`.
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(name = "liquidationmap.venues.binance.enabled", matchIfMissing = true)
@EnableConfigurationProperties(BinanceProperties.class)
@ImportHttpServices(group = BinanceConfiguration.REST, types = BinanceApi.class)
@ImportHttpServices(group = BinanceConfiguration.ARCHIVE, types = BinanceArchiveApi.class)
class BinanceConfiguration {

    static final String REST = "binance";
    static final String ARCHIVE = "binance-archive";

    @Bean
    RestClientHttpServiceGroupConfigurer binanceClients(
            BinanceProperties properties, MeterRegistry registry, Clock clock) {
        VenueGate restGate = new VenueGate(BinanceSource.VENUE, new BinanceLimits(clock), registry, clock);
        VenueGate archiveGate = new VenueGate(BinanceSource.VENUE, TrafficRules.NONE, registry, clock);
        return groups -> {
            groups.filterByName(REST).forEachGroup((group, client, factory) -> {
                client.baseUrl(properties.restUrl()).requestInterceptor(restGate);
                factory.exchangeAdapterDecorator(VenueExchangeAdapter::new);
            });
            groups.filterByName(ARCHIVE).forEachGroup((group, client, factory) -> {
                client.baseUrl(properties.archiveUrl())
                        .requestInterceptor(archiveGate)
                        .defaultStatusHandler(HttpStatus.NOT_FOUND::equals, (request, response) -> {});
                factory.exchangeAdapterDecorator(VenueExchangeAdapter::new);
            });
        };
    }

    @Bean
    BinanceSource binance(BinanceApi api, BinanceArchiveApi archiveApi, BinanceProperties properties, Clock clock) {
        return new BinanceSource(
                api,
                new BinanceHistory(api, new StatisticsLabels(api, clock)),
                new BinanceArchive(archiveApi),
                BinanceMargins.of(api, properties, clock),
                clock);
    }
}
