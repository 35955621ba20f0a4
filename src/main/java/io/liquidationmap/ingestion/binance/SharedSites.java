package io.liquidationmap.ingestion.binance;

import io.liquidationmap.ingestion.http.TrafficRules;
import io.liquidationmap.ingestion.http.VenueExchangeAdapter;
import io.liquidationmap.ingestion.http.VenueGate;
import io.liquidationmap.ingestion.http.VenueGates;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.web.client.support.RestClientHttpServiceGroupConfigurer;
import org.springframework.web.service.registry.ImportHttpServices;

/// What the two markets have in common: the public archive and the web site. Imported by the configuration of each, so
/// that it is there if either is. Timeouts are `spring.http.serviceclient.binance-archive.*` and `.binance-web.*`.
@EnableConfigurationProperties(SharedSites.Addresses.class)
@ImportHttpServices(group = SharedSites.ARCHIVE, types = BinanceArchiveApi.class)
@ImportHttpServices(group = SharedSites.WEB, types = WebApi.class)
class SharedSites {

    static final String ARCHIVE = "binance-archive";
    static final String WEB = "binance-web";

    /// Where they are.
    ///
    /// @param archiveUrl the public archive
    /// @param webUrl the web site, whose own margin tiers are read where there is no key
    @ConfigurationProperties("liquidationmap.venues.binance")
    record Addresses(
            @DefaultValue("https://data.binance.vision") URI archiveUrl,
            @DefaultValue("https://www.binance.com") URI webUrl) {}

    @Bean
    RestClientHttpServiceGroupConfigurer binanceSites(Addresses addresses, VenueGates gates) {
        VenueGate archiveGate = gates.to(UsdMargined.VENUE, TrafficRules.NONE);
        VenueGate webGate = gates.to(UsdMargined.VENUE, TrafficRules.NONE);
        return groups -> {
            groups.filterByName(ARCHIVE).forEachGroup((group, client, factory) -> {
                client.baseUrl(addresses.archiveUrl())
                        .requestInterceptor(archiveGate)
                        .defaultStatusHandler(HttpStatus.NOT_FOUND::equals, (request, response) -> {});
                factory.exchangeAdapterDecorator(VenueExchangeAdapter::new);
            });
            groups.filterByName(WEB).forEachGroup((group, client, factory) -> {
                client.baseUrl(addresses.webUrl()).requestInterceptor(webGate);
                factory.exchangeAdapterDecorator(VenueExchangeAdapter::new);
            });
        };
    }
}
