package io.liquidationmap.ingestion.kraken;

import io.liquidationmap.ingestion.ConditionalOnVenue;
import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The venue's stream of trades, liquidations among them.
@Configuration(proxyBeanMethods = false)
@ConditionalOnVenue("kraken")
class KrakenStreamConfiguration {

    @Bean
    KrakenLiquidations krakenLiquidations(@Value("${liquidationmap.venues.kraken.stream-url}") URI endpoint) {
        return new KrakenLiquidations(endpoint);
    }
}
