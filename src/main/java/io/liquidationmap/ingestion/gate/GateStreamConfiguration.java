package io.liquidationmap.ingestion.gate;

import io.liquidationmap.ingestion.ConditionalOnVenue;
import io.liquidationmap.ingestion.RefusedRows;
import io.liquidationmap.ingestion.stream.ContractSizes;
import java.net.URI;
import java.time.Clock;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The venue's streams of liquidations.
@Configuration(proxyBeanMethods = false)
@ConditionalOnVenue("gate")
class GateStreamConfiguration {

    @Bean
    GateLiquidations gateLinearLiquidations(
            GateApi api,
            RefusedRows refused,
            Clock clock,
            @Value("${liquidationmap.venues.gate.stream-url}") URI endpoint) {
        return liquidations(Contract.USDT, new GateListing(api, refused), clock, endpoint);
    }

    @Bean
    GateLiquidations gateInverseLiquidations(
            GateApi api,
            RefusedRows refused,
            Clock clock,
            @Value("${liquidationmap.venues.gate.stream-url}") URI endpoint) {
        return liquidations(Contract.BTC, new GateListing(api, refused), clock, endpoint);
    }

    private static GateLiquidations liquidations(String settle, GateListing listing, Clock clock, URI endpoint) {
        ContractSizes sizes = new ContractSizes(
                () -> listing.contracts(settle).stream()
                        .collect(Collectors.toMap(Contract::instrument, Contract::size)),
                clock);
        return new GateLiquidations(settle, sizes, endpoint, clock);
    }
}
