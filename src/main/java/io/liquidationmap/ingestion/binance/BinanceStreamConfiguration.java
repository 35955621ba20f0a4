package io.liquidationmap.ingestion.binance;

import io.liquidationmap.ingestion.ConditionalOnVenue;
import io.liquidationmap.ingestion.RefusedRows;
import io.liquidationmap.ingestion.stream.ContractSizes;
import java.net.URI;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The venue's streams of liquidations.
@Configuration(proxyBeanMethods = false)
class BinanceStreamConfiguration {

    @Bean
    @ConditionalOnVenue("binance")
    BinanceLiquidations binanceLiquidations(@Value("${liquidationmap.venues.binance.stream-url}") URI endpoint) {
        return BinanceLiquidations.usdMargined(endpoint);
    }

    @Bean
    @ConditionalOnVenue("binance-coinm")
    BinanceLiquidations binanceCoinLiquidations(
            CoinMarginedApi api,
            RefusedRows refused,
            Clock clock,
            @Value("${liquidationmap.venues.binance-coinm.stream-url}") URI endpoint) {
        ContractSizes sizes =
                new ContractSizes(() -> api.exchangeInfo().contractsUsd(CoinMargined.VENUE, refused), clock);
        return BinanceLiquidations.coinMargined(sizes, endpoint);
    }
}
