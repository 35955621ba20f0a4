package io.liquidationmap.ingestion.binance;

import io.liquidationmap.ingestion.stream.ContractSizes;
import io.liquidationmap.ingestion.stream.LiquidationFeed;
import io.liquidationmap.ingestion.stream.LiquidationFeedContract;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Side;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A contract is 100 US dollars. Connecting is subscribing.
class CoinMarginedStreamIT extends LiquidationFeedContract {

    private static final Instrument BTC =
            new Instrument(InstrumentId.of("binance-coinm", "BTCUSD_PERP"), "BTC", "USD", ContractType.INVERSE);

    @Override
    protected LiquidationFeed feed(URI endpoint, Clock time) {
        return BinanceLiquidations.coinMargined(new ContractSizes(() -> Map.of(BTC, 100.0), time), endpoint);
    }

    @Override
    protected Instrument instrument() {
        return BTC;
    }

    @Override
    protected List<String> requests() {
        return List.of();
    }

    @Override
    protected @Nullable String answer(String message) {
        return null;
    }

    @Override
    protected String refusal(String request) {
        throw new AssertionError("nothing is requested, so not " + request);
    }

    /// Frames.
    @Override
    protected @Nullable String ping() {
        return null;
    }

    /// The side is that of the order.
    @Override
    protected String message(Side side) {
        String order = side == Side.LONG
                ? "\"S\":\"SELL\",\"q\":\"1500\",\"p\":\"59000\",\"ap\":\"60000\",\"z\":\"1500\""
                : "\"S\":\"BUY\",\"q\":\"62\",\"p\":\"63000\",\"ap\":\"62000\",\"z\":\"62\"";
        return """
                {"e":"forceOrder","E":1772452800400,"o":{"s":"BTCUSD_PERP",%s,"o":"LIMIT","f":"IOC","X":"FILLED",
                 "l":"1","T":1772452800000,"ps":"BTCUSD","st":2}}""".formatted(order);
    }

    @Override
    protected Told told(Side side) {
        return side == Side.LONG ? new Told(60_000, 2.5, 150_000) : new Told(62_000, 0.1, 6_200);
    }

    @Override
    protected String impossible() {
        return message(Side.LONG).replace("\"60000\"", "\"0\"");
    }
}
