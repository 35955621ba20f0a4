package io.liquidationmap.ingestion.binance;

import io.liquidationmap.ingestion.stream.LiquidationFeed;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.InstrumentId;
import java.net.URI;
import java.time.Clock;

/// Sizes are coins.
class UsdMarginedStreamIT extends BinanceStreamContract {

    private static final Instrument BTC =
            new Instrument(InstrumentId.of("binance", "BTCUSDT"), "BTC", "USDT", ContractType.LINEAR);

    UsdMarginedStreamIT() {
        super(BTC, "\"ps\":\"BTCUSDT\",\"st\":1", "2.5", "0.1");
    }

    @Override
    protected LiquidationFeed feed(URI endpoint, Clock time) {
        return BinanceLiquidations.usdMargined(endpoint);
    }
}
