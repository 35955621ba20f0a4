package io.liquidationmap.ingestion.binance;

import io.liquidationmap.ingestion.stream.ContractSizes;
import io.liquidationmap.ingestion.stream.LiquidationFeed;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.InstrumentId;
import java.net.URI;
import java.time.Clock;
import java.util.Map;

/// A contract is 100 US dollars.
class CoinMarginedStreamIT extends BinanceStreamContract {

    private static final Instrument BTC =
            new Instrument(InstrumentId.of("binance-coinm", "BTCUSD_PERP"), "BTC", "USD", ContractType.INVERSE);

    CoinMarginedStreamIT() {
        super(BTC, "\"ps\":\"BTCUSD\",\"st\":2", "1500", "62");
    }

    @Override
    protected LiquidationFeed feed(URI endpoint, Clock time) {
        return BinanceLiquidations.coinMargined(new ContractSizes(() -> Map.of(BTC, 100.0), time), endpoint);
    }
}
