package io.liquidationmap.ingestion.dydx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.liquidationmap.ingestion.stream.StreamMessage;
import io.liquidationmap.ingestion.stream.StreamMessage.Accepted;
import io.liquidationmap.ingestion.stream.StreamMessage.Events;
import io.liquidationmap.ingestion.stream.StreamMessage.Rejected;
import io.liquidationmap.market.Liquidation;
import io.liquidationmap.market.Side;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class DydxLiquidationsTest {

    private final DydxLiquidations feed = new DydxLiquidations(URI.create("wss://stream.test"));

    private static String trade(String id, String side, String type) {
        return "{\"id\":\"" + id + "\",\"side\":\"" + side + "\",\"size\":\"0.5\",\"price\":\"60000\",\"type\":\""
                + type + "\",\"createdAt\":\"2026-03-02T12:00:00.123Z\",\"createdAtHeight\":\"1\"}";
    }

    private static String message(String... trades) {
        return "{\"type\":\"channel_data\",\"id\":\"BTC-USD\",\"channel\":\"v4_trades\",\"contents\":{\"trades\":["
                + String.join(",", trades) + "]}}";
    }

    @Test
    void takerOfAForcedTrade_isThePositionThatIsClosed() {
        assertThat(feed.read(message(
                        trade("a", "SELL", "LIQUIDATED"),
                        trade("b", "BUY", "DELEVERAGED"),
                        trade("c", "SELL", "LIMIT"),
                        trade("d", "BUY", "TWAP_SUBORDER"))))
                .isInstanceOfSatisfying(Events.class, message -> {
                    assertThat(message.refusals()).isEmpty();
                    assertThat(message.events())
                            .extracting(Liquidation::venueId, Liquidation::side, Liquidation::coins, Liquidation::usd)
                            .containsExactly(
                                    tuple("a", Side.LONG, 0.5, 30_000.0), tuple("b", Side.SHORT, 0.5, 30_000.0));
                });
    }

    @Test
    void rowThatCannotBe_isRefused_andCostsOnlyItself() {
        assertThat(feed.read(message(trade("a", "SOLD", "LIQUIDATED"), trade("b", "BUY", "LIQUIDATED"))))
                .isInstanceOfSatisfying(Events.class, message -> {
                    assertThat(message.events()).hasSize(1);
                    assertThat(message.refusals()).singleElement().asString().startsWith("no side of an order: SOLD");
                });
    }

    @Test
    void answers_areToldApart() {
        assertThat(feed.read("{\"type\":\"connected\",\"connection_id\":\"9d\",\"message_id\":0}"))
                .isEqualTo(StreamMessage.SIGN_OF_LIFE);
        assertThat(feed.read(message().replace("channel_data", "subscribed"))).isEqualTo(new Accepted("BTC-USD"));
        String unknown = "Invalid subscription id for channel: (v4_trades-FTT-USD)";
        assertThat(feed.read("{\"type\":\"error\",\"message\":\"" + unknown + "\",\"connection_id\":\"9d\"}"))
                .isEqualTo(new Rejected("FTT-USD", unknown));
        String full = "Per-connection subscription limit reached for v4_trades (limit=32).";
        assertThat(feed.read("{\"type\":\"error\",\"message\":\"" + full + "\",\"connection_id\":\"9d\"}"))
                .isEqualTo(new Rejected(null, full));
        assertThat(feed.read(message())).isEqualTo(new Events(List.of(), List.of()));
    }
}
