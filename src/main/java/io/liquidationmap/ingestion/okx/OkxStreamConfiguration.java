package io.liquidationmap.ingestion.okx;

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
@ConditionalOnVenue("okx")
class OkxStreamConfiguration {

    @Bean
    OkxLiquidations okxLiquidations(
            OkxApi api,
            RefusedRows refused,
            Clock clock,
            @Value("${liquidationmap.venues.okx.stream-url}") URI endpoint) {
        OkxContracts contracts = new OkxContracts(api, refused);
        ContractSizes sizes = new ContractSizes(
                () -> contracts.listed().stream().collect(Collectors.toMap(OkxContract::instrument, OkxContract::size)),
                clock);
        return new OkxLiquidations(sizes, endpoint);
    }
}
