package io.liquidationmap.ingestion.binance;

import io.liquidationmap.ingestion.stream.LiquidationFeed;
import io.liquidationmap.ingestion.stream.LiquidationFeedContract;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Side;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Sizes are coins. Connecting is subscribing.
class UsdMarginedStreamIT extends LiquidationFeedContract {

    private static final Instrument BTC =
            new Instrument(InstrumentId.of("binance", "BTCUSDT"), "BTC", "USDT", ContractType.LINEAR);

    @Override
    protected LiquidationFeed feed(URI endpoint, Clock time) {
        return BinanceLiquidations.usdMargined(endpoint);
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
                ? "\"S\":\"SELL\",\"q\":\"2.5\",\"p\":\"59000\",\"ap\":\"60000\",\"z\":\"2.5\""
                : "\"S\":\"BUY\",\"q\":\"0.1\",\"p\":\"63000\",\"ap\":\"62000\",\"z\":\"0.1\"";
        return """
                {"e":"forceOrder","E":1772452800400,"o":{"s":"BTCUSDT",%s,"o":"LIMIT","f":"IOC","X":"FILLED",
                 "l":"1","T":1772452800000,"ps":"BTCUSDT","st":1}}""".formatted(order);
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
