package io.liquidationmap.ingestion.dydx;

import io.liquidationmap.ingestion.ConditionalOnVenue;
import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The venue's stream of trades, liquidations among them.
@Configuration(proxyBeanMethods = false)
@ConditionalOnVenue("dydx")
class DydxStreamConfiguration {

    @Bean
    DydxLiquidations dydxLiquidations(@Value("${liquidationmap.venues.dydx.stream-url}") URI endpoint) {
        return new DydxLiquidations(endpoint);
    }
}
