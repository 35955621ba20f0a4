package io.liquidationmap.ingestion.hyperliquid;

import io.liquidationmap.ingestion.ConditionalOnVenue;
import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What can be heard of the venue's liquidations.
@Configuration(proxyBeanMethods = false)
@ConditionalOnVenue("hyperliquid")
class HyperliquidStreamConfiguration {

    @Bean
    HyperliquidLiquidations hyperliquidLiquidations(
            HyperliquidProperties properties, @Value("${liquidationmap.venues.hyperliquid.stream-url}") URI endpoint) {
        return new HyperliquidLiquidations(properties.liquidationWitnesses(), endpoint);
    }
}
