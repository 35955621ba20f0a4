package io.liquidationmap.ingestion.deribit;

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
class DeribitStreamIT extends LiquidationFeedContract {

    private static final Instrument BTC =
            new Instrument(InstrumentId.of("deribit", "BTC-PERPETUAL"), "BTC", "USD", ContractType.INVERSE);
    private static final String REQUEST = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"public/subscribe\","
            + "\"params\":{\"channels\":[\"trades.future.any.100ms\"]}}";
    private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"public/test\",\"params\":{}}";

    @Override
    protected LiquidationFeed feed(URI endpoint, Clock time) {
        return new DeribitLiquidations(endpoint);
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
                ? "{\"jsonrpc\":\"2.0\",\"id\":2,\"result\":{\"version\":\"1.2.26\"},\"usIn\":1,\"usOut\":2,\"usDiff\":1}"
                : "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":[\"trades.future.any.100ms\"],\"testnet\":false}";
    }

    @Override
    protected String refusal(String request) {
        return "{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":11050,\"message\":\"bad_request\"}}";
    }

    @Override
    protected String ping() {
        return PING;
    }

    @Override
    protected String message(Side side) {
        String trade = side == Side.LONG
                ? "\"trade_seq\":7,\"trade_id\":\"48079270\",\"direction\":\"sell\",\"amount\":150000,\"price\":60000"
                : "\"trade_seq\":8,\"trade_id\":\"48079271\",\"direction\":\"buy\",\"amount\":6200,\"price\":62000";
        return """
                {"jsonrpc":"2.0","method":"subscription","params":{"channel":"trades.future.any.100ms","data":[{%s,
                 "timestamp":1772452800000,"tick_direction":2,"mark_price":61000,"index_price":61000,
                 "instrument_name":"BTC-PERPETUAL","contracts":1,"liquidation":"T"}]}}""".formatted(trade);
    }

    @Override
    protected String impossible() {
        return message(Side.LONG).replace("150000", "-150000");
    }
}
