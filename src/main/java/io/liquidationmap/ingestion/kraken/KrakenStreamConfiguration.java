package io.liquidationmap.ingestion.kraken;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The venue's stream of trades, liquidations among them.
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(name = "liquidationmap.venues.kraken.enabled", matchIfMissing = true)
class KrakenStreamConfiguration {

    @Bean
    KrakenLiquidations krakenLiquidations(
            @Value("${liquidationmap.venues.kraken.stream-url:wss://futures.kraken.com/ws/v1}") URI endpoint) {
        return new KrakenLiquidations(endpoint);
    }
}
