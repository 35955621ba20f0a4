package io.liquidationmap.ingestion.bybit;

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

/// Sizes are US dollars.
class BybitInverseStreamIT extends LiquidationFeedContract {

    private static final Instrument BTC =
            new Instrument(InstrumentId.of("bybit", "BTCUSD"), "BTC", "USD", ContractType.INVERSE);
    private static final String REQUEST =
            "{\"req_id\":\"BTCUSD\",\"op\":\"subscribe\",\"args\":[\"allLiquidation.BTCUSD\"]}";
    private static final String PING = "{\"op\":\"ping\"}";

    @Override
    protected LiquidationFeed feed(URI endpoint, Clock time) {
        return BybitLiquidations.inverse(endpoint);
    }

    @Override
    protected Instrument instrument() {
        return BTC;
    }

    @Override
    protected List<String> requests() {
        return List.of(REQUEST);
    }

    @Override
    protected @Nullable String answer(String message) {
        return message.equals(PING)
                ? "{\"success\":true,\"ret_msg\":\"pong\",\"conn_id\":\"cejreassvfrsfvb9v1a0\",\"req_id\":\"\",\"op\":\"ping\"}"
                : """
                {"success":true,"ret_msg":"","conn_id":"cejreassvfrsfvb9v1a0","req_id":"BTCUSD","op":"subscribe"}""";
    }

    @Override
    protected String refusal(String request) {
        return """
                {"success":false,"ret_msg":"error:handler not found,topic:allLiquidation.BTCUSD",
                 "conn_id":"cejreassvfrsfvb9v1a0","req_id":"BTCUSD","op":"subscribe"}""";
    }

    @Override
    protected String ping() {
        return PING;
    }

    /// The side is that of the position.
    @Override
    protected String message(Side side) {
        String row = side == Side.LONG
                ? "\"S\":\"Buy\",\"v\":\"150000\",\"p\":\"60000\""
                : "\"S\":\"Sell\",\"v\":\"6200\",\"p\":\"62000\"";
        return """
                {"topic":"allLiquidation.BTCUSD","type":"snapshot","ts":1772452800400,"data":[
                 {"T":1772452800000,"s":"BTCUSD",%s}]}""".formatted(row);
    }

    @Override
    protected Told told(Side side) {
        return side == Side.LONG ? new Told(60_000, 2.5, 150_000) : new Told(62_000, 0.1, 6_200);
    }

    @Override
    protected String impossible() {
        return message(Side.LONG).replace("\"150000\"", "\"-150000\"");
    }
}
