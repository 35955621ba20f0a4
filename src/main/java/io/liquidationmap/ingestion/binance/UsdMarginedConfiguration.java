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

/// USD-M's client. Timeouts are `spring.http.serviceclient.binance.*`.
@Configuration(proxyBeanMethods = false)
@ConditionalOnVenue("binance")
@EnableConfigurationProperties(UsdMarginedProperties.class)
@ImportHttpServices(group = UsdMarginedConfiguration.GROUP, types = UsdMarginedApi.class)
@Import(SharedSites.class)
class UsdMarginedConfiguration {

    static final String GROUP = "binance";

    @Bean
    VenueGate usdMarginedGate(VenueGates gates, Clock clock) {
        return gates.to(UsdMargined.VENUE, new UsdMarginedLimits(clock));
    }

    @Bean
    RestClientHttpServiceGroupConfigurer usdMarginedClient(
            UsdMarginedProperties properties, VenueGate usdMarginedGate) {
        return groups -> groups.filterByName(GROUP).forEachGroup((group, client, factory) -> {
            client.baseUrl(properties.restUrl()).requestInterceptor(usdMarginedGate);
            factory.exchangeAdapterDecorator(VenueExchangeAdapter::new);
        });
    }

    @Bean
    BinanceSource binanceUsdMargined(
            UsdMarginedApi api,
            BinanceArchiveApi archive,
            WebApi web,
            UsdMarginedProperties properties,
            VenueGate usdMarginedGate,
            RefusedRows refused) {
        Clock clock = usdMarginedGate.clock();
        BinanceMargins margins = BinanceMargins.bestOf(
                UsdMargined.VENUE,
                properties.key(),
                api::leverageBrackets,
                web::usdMarginedBrackets,
                MarginTable.ofUsdMargined(),
                refused,
                clock);
        return new BinanceSource(new UsdMargined(api, refused), archive, margins, clock);
    }
}
