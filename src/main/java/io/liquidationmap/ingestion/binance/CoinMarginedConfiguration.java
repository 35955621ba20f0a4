package io.liquidationmap.ingestion.binance;

import io.liquidationmap.ingestion.ConditionalOnVenue;
import io.liquidationmap.ingestion.RefusedRows;
import io.liquidationmap.ingestion.http.VenueExchangeAdapter;
import io.liquidationmap.ingestion.http.VenueGate;
import io.liquidationmap.ingestion.http.VenueGates;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.client.support.RestClientHttpServiceGroupConfigurer;
import org.springframework.web.service.registry.ImportHttpServices;

/// COIN-M's client. Timeouts are `spring.http.serviceclient.binance-coinm.*`.
@Configuration(proxyBeanMethods = false)
@ConditionalOnVenue("binance-coinm")
@EnableConfigurationProperties(CoinMarginedProperties.class)
@ImportHttpServices(group = CoinMarginedConfiguration.GROUP, types = CoinMarginedApi.class)
@Import(SharedSites.class)
class CoinMarginedConfiguration {

    static final String GROUP = "binance-coinm";

    @Bean
    VenueGate coinMarginedGate(VenueGates gates, Clock clock) {
        return gates.to(CoinMargined.VENUE, new CoinMarginedLimits(clock));
    }

    @Bean
    RestClientHttpServiceGroupConfigurer coinMarginedClient(
            CoinMarginedProperties properties, VenueGate coinMarginedGate) {
        return groups -> groups.filterByName(GROUP).forEachGroup((group, client, factory) -> {
            client.baseUrl(properties.restUrl()).requestInterceptor(coinMarginedGate);
            factory.exchangeAdapterDecorator(VenueExchangeAdapter::new);
        });
    }

    @Bean
    BinanceSource binanceCoinMargined(
            CoinMarginedApi api,
            BinanceArchiveApi archive,
            WebApi web,
            CoinMarginedProperties properties,
            VenueGate coinMarginedGate,
            RefusedRows refused) {
        Clock clock = coinMarginedGate.clock();
        BinanceMargins margins = BinanceMargins.bestOf(
                CoinMargined.VENUE,
                properties.key(),
                api::leverageBrackets,
                web::coinMarginedBrackets,
                MarginTable.ofCoinMargined(),
                refused,
                clock);
        return new BinanceSource(new CoinMargined(api, refused), archive, margins, clock);
    }
}
