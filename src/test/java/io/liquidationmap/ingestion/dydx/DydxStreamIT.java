package io.liquidationmap.ingestion.dydx;

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

/// Sizes are coins.
class DydxStreamIT extends LiquidationFeedContract {

    private static final Instrument BTC =
            new Instrument(InstrumentId.of("dydx", "BTC-USD"), "BTC", "USD", ContractType.LINEAR);

    @Override
    protected LiquidationFeed feed(URI endpoint, Clock time) {
        return new DydxLiquidations(endpoint);
    }

    @Override
    protected Instrument instrument() {
        return BTC;
    }

    @Override
    protected List<String> requests() {
        return List.of("{\"type\":\"subscribe\",\"channel\":\"v4_trades\",\"id\":\"BTC-USD\"}");
    }

    @Override
    protected @Nullable String answer(String message) {
        return """
                {"type":"subscribed","connection_id":"9d5ddd5a","message_id":1,"channel":"v4_trades","id":"BTC-USD",
                 "contents":{"trades":[]}}""";
    }

    @Override
    protected String refusal(String request) {
        return """
                {"type":"error","message":"Invalid subscription id for channel: (v4_trades-BTC-USD)",
                 "connection_id":"9d5ddd5a","message_id":1}""";
    }

    /// Frames.
    @Override
    protected @Nullable String ping() {
        return null;
    }

    @Override
    protected String message(Side side) {
        String trade = side == Side.LONG
                ? "\"id\":\"8ee6d90d-0000-5000-8000-000000000001\",\"size\":\"2.5\",\"price\":\"60000\",\"side\":\"SELL\","
                        + "\"type\":\"LIQUIDATED\""
                : "\"id\":\"8ee6d90d-0000-5000-8000-000000000002\",\"size\":\"0.1\",\"price\":\"62000\",\"side\":\"BUY\","
                        + "\"type\":\"DELEVERAGED\"";
        return """
                {"type":"channel_data","connection_id":"9d5ddd5a","message_id":4,"id":"BTC-USD","channel":"v4_trades",
                 "version":"2.1.0","contents":{"trades":[{%s,"createdAt":"2026-03-02T12:00:00.000Z",
                 "createdAtHeight":"48103678"}]}}""".formatted(trade);
    }

    @Override
    protected String impossible() {
        return message(Side.LONG).replace("\"2.5\"", "\"0\"");
    }
}
