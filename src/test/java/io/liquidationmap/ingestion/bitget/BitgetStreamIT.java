package io.liquidationmap.ingestion.bitget;

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

/// Amounts are US dollars.
class BitgetStreamIT extends LiquidationFeedContract {

    private static final Instrument BTC =
            new Instrument(InstrumentId.of("bitget", "BTCUSDT"), "BTC", "USDT", ContractType.LINEAR);
    private static final String ARGUMENT = "{\"instType\":\"usdt-futures\",\"topic\":\"liquidation\"}";

    @Override
    protected LiquidationFeed feed(URI endpoint, Clock time) {
        return new BitgetLiquidations(endpoint);
    }

    @Override
    protected Instrument instrument() {
        return BTC;
    }

    @Override
    protected List<String> requests() {
        return List.of("{\"op\":\"subscribe\",\"args\":[" + ARGUMENT + "]}");
    }

    @Override
    protected @Nullable String answer(String message) {
        return message.equals("ping") ? "pong" : "{\"event\":\"subscribe\",\"arg\":" + ARGUMENT + "}";
    }

    @Override
    protected String refusal(String request) {
        return "{\"event\":\"error\",\"arg\":" + ARGUMENT + ",\"code\":\"30001\",\"msg\":\"doesn't exist\"}";
    }

    @Override
    protected String ping() {
        return "ping";
    }

    /// The side is that of the position.
    @Override
    protected String message(Side side) {
        String row = side == Side.LONG
                ? "\"side\":\"buy\",\"price\":\"60000\",\"amount\":\"150000\""
                : "\"side\":\"sell\",\"price\":\"62000\",\"amount\":\"6200\"";
        return """
                {"action":"update","arg":%s,"data":[{"symbol":"BTCUSDT",%s,"ts":"1772452800000"}],
                 "ts":1772452800400}""".formatted(ARGUMENT, row);
    }

    @Override
    protected String impossible() {
        return message(Side.LONG).replace("\"150000\"", "\"-150000\"");
    }
}
