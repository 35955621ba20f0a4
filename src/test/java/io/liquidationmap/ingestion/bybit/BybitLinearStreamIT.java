package io.liquidationmap.ingestion.bybit;

import io.liquidationmap.ingestion.stream.LiquidationFeed;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.InstrumentId;
import java.net.URI;
import java.time.Clock;

/// Sizes are coins.
class BybitLinearStreamIT extends BybitStreamContract {

    BybitLinearStreamIT() {
        super(new Instrument(InstrumentId.of("bybit", "BTCUSDT"), "BTC", "USDT", ContractType.LINEAR), "2.5", "0.1");
    }

    @Override
    protected LiquidationFeed feed(URI endpoint, Clock time) {
        return BybitLiquidations.linear(endpoint);
    }
}
