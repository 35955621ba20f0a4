package io.liquidationmap.ingestion.binance;

import io.liquidationmap.market.MarginSchedule;
import java.time.Clock;
import java.util.Optional;

/// Where margin tiers come from. The venue shows them only to the owners of a key; without one there is the dated
/// table in the jar.
interface BinanceMargins {

    /// Its formula of the liquidation price knows no fee.
    double TAKER_FEE_IN_MARGIN = 0;

    /// The tiers in force; empty where they are not known.
    Optional<MarginSchedule> schedule(String symbol);

    /// The better source there is.
    static BinanceMargins of(BinanceApi api, BinanceProperties properties, Clock clock) {
        String key = properties.apiKey();
        String secret = properties.apiSecret();
        return key == null || secret == null ? MarginTable.builtIn() : new SignedMargins(api, key, secret, clock);
    }
}
