package io.liquidationmap.ingestion.hyperliquid;

import io.liquidationmap.ingestion.ConditionalOnVenue;
import io.liquidationmap.ingestion.RefusedRows;
import io.liquidationmap.ingestion.http.TrafficRules;
import io.liquidationmap.ingestion.http.VenueExchangeAdapter;
import io.liquidationmap.ingestion.http.VenueGate;
import io.liquidationmap.ingestion.http.VenueGates;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.client.support.RestClientHttpServiceGroupConfigurer;
import org.springframework.web.service.registry.ImportHttpServices;

/// The venue's two clients, whose limits are apart. Timeouts are `spring.http.serviceclient.hyperliquid.*` and
/// `spring.http.serviceclient.hyperliquid-statistics.*`.
@Configuration(proxyBeanMethods = false)
@ConditionalOnVenue("hyperliquid")
@EnableConfigurationProperties(HyperliquidProperties.class)
@ImportHttpServices(group = HyperliquidConfiguration.INFO, types = HyperliquidApi.class)
@ImportHttpServices(group = HyperliquidConfiguration.STATISTICS, types = LeaderboardApi.class)
class HyperliquidConfiguration {

    static final String INFO = "hyperliquid";
    static final String STATISTICS = "hyperliquid-statistics";

    @Bean
    VenueGate hyperliquidGate(VenueGates gates) {
        return gate(gates);
    }

    @Bean
    RestClientHttpServiceGroupConfigurer hyperliquidClients(
            HyperliquidProperties properties, VenueGate hyperliquidGate, VenueGates gates, Clock clock) {
        HyperliquidLimits limits = new HyperliquidLimits(clock);
        VenueGate statisticsGate = gate(gates);
        return groups -> {
            groups.filterByName(INFO).forEachGroup((group, client, factory) -> {
                client.baseUrl(properties.restUrl()).requestInterceptor(hyperliquidGate);
                factory.exchangeAdapterDecorator(
                        adapter -> new WeighedExchange(new VenueExchangeAdapter(adapter), limits));
            });
            groups.filterByName(STATISTICS).forEachGroup((group, client, factory) -> {
                client.baseUrl(properties.statisticsUrl()).requestInterceptor(statisticsGate);
                factory.exchangeAdapterDecorator(VenueExchangeAdapter::new);
            });
        };
    }

    @Bean
    HyperliquidSource hyperliquid(HyperliquidApi api, VenueGate hyperliquidGate, RefusedRows refused) {
        Clock clock = hyperliquidGate.clock();
        return new HyperliquidSource(api, new HyperliquidHistory(api), refused, clock);
    }

    @Bean
    HyperliquidAccounts hyperliquidAccounts(HyperliquidApi api, LeaderboardApi statistics, RefusedRows refused) {
        return new HyperliquidAccounts(api, statistics, refused);
    }

    /// What a request weighs follows from its body, so the gate only keeps away while the venue wants that.
    private static VenueGate gate(VenueGates gates) {
        return gates.to(HyperliquidSource.VENUE, TrafficRules.NONE);
    }
}
