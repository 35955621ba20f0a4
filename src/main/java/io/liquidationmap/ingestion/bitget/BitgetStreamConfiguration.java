package io.liquidationmap.ingestion.bitget;

import io.liquidationmap.ingestion.ConditionalOnVenue;
import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The venue's stream of liquidations.
@Configuration(proxyBeanMethods = false)
@ConditionalOnVenue("bitget")
class BitgetStreamConfiguration {

    @Bean
    BitgetLiquidations bitgetLiquidations(@Value("${liquidationmap.venues.bitget.stream-url}") URI endpoint) {
        return new BitgetLiquidations(endpoint);
    }
}
