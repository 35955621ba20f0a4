package io.liquidationmap.ingestion.bitmex;

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

/// A contract is a US dollar.
class BitmexStreamIT extends LiquidationFeedContract {

    private static final Instrument XBT =
            new Instrument(InstrumentId.of("bitmex", "XBTUSD"), "BTC", "USD", ContractType.INVERSE);

    @Override
    protected LiquidationFeed feed(URI endpoint, Clock time) {
        return new BitmexLiquidations(new ContractSizes(() -> Map.of(XBT, 1.0), time), endpoint, time);
    }

    @Override
    protected Instrument instrument() {
        return XBT;
    }

    @Override
    protected List<String> requests() {
        return List.of("{\"op\":\"subscribe\",\"args\":[\"liquidation\"]}");
    }

    @Override
    protected @Nullable String answer(String message) {
        return message.equals("ping") ? "pong" : """
                {"success":true,"subscribe":"liquidation","request":{"op":"subscribe","args":["liquidation"]}}""";
    }

    @Override
    protected String refusal(String request) {
        return """
                {"status":400,"error":"Unknown table: liquidation","meta":{},
                 "request":{"op":"subscribe","args":["liquidation"]}}""";
    }

    @Override
    protected String ping() {
        return "ping";
    }

    @Override
    protected String message(Side side) {
        String order = side == Side.LONG
                ? "\"orderID\":\"5ee2dd57-0000-4000-8000-000000000001\",\"symbol\":\"XBTUSD\",\"side\":\"Sell\","
                        + "\"price\":60000,\"leavesQty\":150000"
                : "\"orderID\":\"5ee2dd57-0000-4000-8000-000000000002\",\"symbol\":\"XBTUSD\",\"side\":\"Buy\","
                        + "\"price\":62000,\"leavesQty\":6200";
        return "{\"table\":\"liquidation\",\"action\":\"insert\",\"data\":[{" + order + "}]}";
    }

    @Override
    protected String impossible() {
        return message(Side.LONG).replace("150000", "-150000");
    }
}
