package io.liquidationmap.ingestion.bybit;

import io.liquidationmap.ingestion.stream.LiquidationFeed;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.InstrumentId;
import java.net.URI;
import java.time.Clock;

/// Sizes are US dollars.
class BybitInverseStreamIT extends BybitStreamContract {

    BybitInverseStreamIT() {
        super(new Instrument(InstrumentId.of("bybit", "BTCUSD"), "BTC", "USD", ContractType.INVERSE), "150000", "6200");
    }

    @Override
    protected LiquidationFeed feed(URI endpoint, Clock time) {
        return BybitLiquidations.inverse(endpoint);
    }
}
