package io.liquidationmap.ingestion.hyperliquid;

import io.liquidationmap.ingestion.stream.LiquidationFeed;
import io.liquidationmap.ingestion.stream.LiquidationFeedContract;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.Side;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Sizes are coins. Two accounts are listened to.
class HyperliquidStreamIT extends LiquidationFeedContract {

    private static final List<String> WITNESSES = List.of("0x00000000000000000000000000000000000000aa", "0xBB");

    @Override
    protected LiquidationFeed feed(URI endpoint, Clock time) {
        return new HyperliquidLiquidations(WITNESSES, endpoint);
    }

    @Override
    protected Instrument instrument() {
        return Coin.instrument("BTC");
    }

    @Override
    protected List<String> requests() {
        return List.of(request(WITNESSES.getFirst()), request("0xbb"));
    }

    private static String request(String address) {
        return "{\"method\":\"subscribe\",\"subscription\":{\"type\":\"userFills\",\"user\":\"" + address + "\"}}";
    }

    @Override
    protected @Nullable String answer(String message) {
        return message.contains("ping")
                ? "{\"channel\":\"pong\"}"
                : "{\"channel\":\"subscriptionResponse\",\"data\":" + message + "}";
    }

    @Override
    protected String refusal(String request) {
        return "{\"channel\":\"error\",\"data\":\"Cannot track more than 10 total users.\"}";
    }

    @Override
    protected String ping() {
        return "{\"method\":\"ping\"}";
    }

    /// Whoever buys from a liquidated position closes a long.
    @Override
    protected String message(Side side) {
        String fill = side == Side.LONG
                ? "\"px\":\"60000.0\",\"sz\":\"2.5\",\"side\":\"B\",\"dir\":\"Open Long\",\"tid\":745210434703679"
                : "\"px\":\"62000.0\",\"sz\":\"0.1\",\"side\":\"A\",\"dir\":\"Open Short\",\"tid\":745210434703680";
        return """
                {"channel":"userFills","data":{"isSnapshot":false,"user":"0xbb","fills":[{"coin":"BTC",%s,
                 "time":1772452800000,"startPosition":"0.0","closedPnl":"0.0","hash":"0xe2","oid":55030848197,
                 "crossed":false,"fee":"0.01","feeToken":"USDC","liquidation":{"liquidatedUser":"0xcc",
                 "markPx":"61000.0","method":"market"}}]}}""".formatted(fill);
    }

    @Override
    protected String impossible() {
        return message(Side.LONG).replace("\"2.5\"", "\"-2.5\"");
    }
}
