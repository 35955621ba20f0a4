package io.liquidationmap.ingestion.bybit;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The venue's streams of liquidations.
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(name = "liquidationmap.venues.bybit.enabled", matchIfMissing = true)
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
