package io.liquidationmap.ingestion.hyperliquid;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What can be heard of the venue's liquidations.
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(name = "liquidationmap.venues.hyperliquid.enabled", matchIfMissing = true)
class HyperliquidStreamConfiguration {

    @Bean
    HyperliquidLiquidations hyperliquidLiquidations(
            HyperliquidProperties properties, @Value("${liquidationmap.venues.hyperliquid.stream-url}") URI endpoint) {
        return new HyperliquidLiquidations(properties.liquidationWitnesses(), endpoint);
    }
}
