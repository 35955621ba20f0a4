package io.liquidationmap.ingestion.bitmex;

import io.liquidationmap.ingestion.ConditionalOnVenue;
import io.liquidationmap.ingestion.RefusedRows;
import io.liquidationmap.ingestion.stream.ContractSizes;
import java.net.URI;
import java.time.Clock;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The venue's stream of liquidations.
@Configuration(proxyBeanMethods = false)
@ConditionalOnVenue("bitmex")
class BitmexStreamConfiguration {

    @Bean
    BitmexLiquidations bitmexLiquidations(
            BitmexApi api,
            RefusedRows refused,
            Clock clock,
            @Value("${liquidationmap.venues.bitmex.stream-url}") URI endpoint) {
        ContractSizes sizes = new ContractSizes(
                () -> BitmexListing.contracts(api.instruments(), refused).stream()
                        .collect(Collectors.toMap(BitmexContract::instrument, BitmexContract::size)),
                clock);
        return new BitmexLiquidations(sizes, endpoint, clock);
    }
}
