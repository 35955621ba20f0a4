package io.liquidationmap.ingestion.deribit;

import io.liquidationmap.ingestion.ConditionalOnVenue;
import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The venue's stream of trades, liquidations among them.
@Configuration(proxyBeanMethods = false)
@ConditionalOnVenue("deribit")
class DeribitStreamConfiguration {

    @Bean
    DeribitLiquidations deribitLiquidations(@Value("${liquidationmap.venues.deribit.stream-url}") URI endpoint) {
        return new DeribitLiquidations(endpoint);
    }
}
