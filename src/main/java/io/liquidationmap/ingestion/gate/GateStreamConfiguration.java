package io.liquidationmap.ingestion.gate;

import io.liquidationmap.ingestion.ConditionalOnVenue;
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
            GateApi api, Clock clock, @Value("${liquidationmap.venues.gate.stream-url}") URI endpoint) {
        return liquidations(Contract.USDT, api, clock, endpoint);
    }

    @Bean
    GateLiquidations gateInverseLiquidations(
            GateApi api, Clock clock, @Value("${liquidationmap.venues.gate.stream-url}") URI endpoint) {
        return liquidations(Contract.BTC, api, clock, endpoint);
    }

    private static GateLiquidations liquidations(String settle, GateApi api, Clock clock, URI endpoint) {
        GateListing listing = new GateListing(api);
        ContractSizes sizes = new ContractSizes(
                () -> listing.contracts(settle).stream()
                        .collect(Collectors.toMap(Contract::instrument, Contract::size)),
                clock);
        return new GateLiquidations(settle, sizes, endpoint, clock);
    }
}
