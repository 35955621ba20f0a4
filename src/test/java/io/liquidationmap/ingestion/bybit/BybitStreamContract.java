package io.liquidationmap.ingestion.bybit;

import io.liquidationmap.ingestion.stream.LiquidationFeedContract;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.Side;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The messages of both kinds of contracts, which differ in what a size counts.
abstract class BybitStreamContract extends LiquidationFeedContract {

    private static final String PING = "{\"op\":\"ping\"}";

    private final Instrument instrument;
    private final String symbol;
    private final String longSize;
    private final String shortSize;

    /// @param longSize how the venue counts the long of [#told(Side)]
    /// @param shortSize how it counts the short
    BybitStreamContract(Instrument instrument, String longSize, String shortSize) {
        this.instrument = instrument;
        this.symbol = instrument.symbol();
        this.longSize = longSize;
        this.shortSize = shortSize;
    }

    @Override
    protected Instrument instrument() {
        return instrument;
    }

    @Override
    protected List<String> requests() {
        return List.of(
                "{\"req_id\":\"%s\",\"op\":\"subscribe\",\"args\":[\"allLiquidation.%s\"]}".formatted(symbol, symbol));
    }

    @Override
    protected @Nullable String answer(String message) {
        return message.equals(PING)
                ? "{\"success\":true,\"ret_msg\":\"pong\",\"conn_id\":\"cejreassvfrsfvb9v1a0\",\"req_id\":\"\",\"op\":\"ping\"}"
                : """
                {"success":true,"ret_msg":"","conn_id":"cejreassvfrsfvb9v1a0","req_id":"%s","op":"subscribe"}""".formatted(symbol);
    }

    @Override
    protected String refusal(String request) {
        return """
                {"success":false,"ret_msg":"error:handler not found,topic:allLiquidation.%s",
                 "conn_id":"cejreassvfrsfvb9v1a0","req_id":"%s","op":"subscribe"}""".formatted(symbol, symbol);
    }

    @Override
    protected String ping() {
        return PING;
    }

    /// The side is that of the position.
    @Override
    protected String message(Side side) {
        return side == Side.LONG ? message("Buy", longSize, "60000") : message("Sell", shortSize, "62000");
    }

    @Override
    protected String impossible() {
        return message("Buy", "-" + longSize, "60000");
    }

    private String message(String side, String size, String price) {
        return """
                {"topic":"allLiquidation.%s","type":"snapshot","ts":1772452800400,"data":[
                 {"T":1772452800000,"s":"%s","S":"%s","v":"%s","p":"%s"}]}""".formatted(symbol, symbol, side, size, price);
    }
}
