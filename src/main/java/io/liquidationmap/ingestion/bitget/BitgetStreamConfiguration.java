package io.liquidationmap.ingestion.bitget;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The venue's stream of liquidations.
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(name = "liquidationmap.venues.bitget.enabled", matchIfMissing = true)
class BitgetStreamConfiguration {

    @Bean
    BitgetLiquidations bitgetLiquidations(@Value("${liquidationmap.venues.bitget.stream-url}") URI endpoint) {
        return new BitgetLiquidations(endpoint);
    }
}
