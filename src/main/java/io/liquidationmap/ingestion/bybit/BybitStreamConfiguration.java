package io.liquidationmap.ingestion.bybit;

import io.liquidationmap.ingestion.ConditionalOnVenue;
import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The venue's streams of liquidations.
@Configuration(proxyBeanMethods = false)
@ConditionalOnVenue("bybit")
class BybitStreamConfiguration {

    @Bean
    BybitLiquidations bybitLinearLiquidations(@Value("${liquidationmap.venues.bybit.stream-url}") URI endpoint) {
        return BybitLiquidations.linear(endpoint);
    }

    @Bean
    BybitLiquidations bybitInverseLiquidations(@Value("${liquidationmap.venues.bybit.stream-url}") URI endpoint) {
        return BybitLiquidations.inverse(endpoint);
    }
}
