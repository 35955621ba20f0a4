package io.liquidationmap.ingestion.bitget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.liquidationmap.ingestion.stream.RecordedMessages;
import io.liquidationmap.ingestion.stream.StreamMessage;
import io.liquidationmap.ingestion.stream.StreamMessage.Accepted;
import io.liquidationmap.ingestion.stream.StreamMessage.Events;
import io.liquidationmap.ingestion.stream.StreamMessage.Rejected;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Liquidation;
import io.liquidationmap.market.Side;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class BitgetLiquidationsTest {

    private static final Instrument BTC =
            new Instrument(InstrumentId.of("bitget", "BTCUSDT"), "BTC", "USDT", ContractType.LINEAR);
    private static final Instrument COIN_MARGINED =
            new Instrument(InstrumentId.of("bitget", "BTCUSD"), "BTC", "USD", ContractType.INVERSE);
    private static final String MESSAGE = """
            {"action":"update","arg":{"instType":"usdt-futures","topic":"liquidation"},"data":[
             {"symbol":"BTCUSDT","side":"buy","price":"60000","amount":"15000","ts":"1780000000123"},
             {"symbol":"ETHUSDT","side":"sell","price":"3000","amount":"600","ts":"1780000000124"}],"ts":1780000000500}""";

    private final BitgetLiquidations feed = new BitgetLiquidations(URI.create("wss://stream.test"));

    @Test
    void side_isThatOfThePosition_andAmountIsDollars() {
        assertThat(feed.read(MESSAGE)).isInstanceOfSatisfying(Events.class, message -> {
            assertThat(message.refusals()).isEmpty();
            assertThat(message.events()).extracting(Liquidation::side).containsExactly(Side.LONG, Side.SHORT);
            assertThat(message.events()).extracting(Liquidation::usd).containsExactly(15_000.0, 600.0);
            assertThat(message.events().getFirst().coins()).isCloseTo(0.25, within(1e-12));
        });
    }

    @Test
    void impossibleRow_costsOnlyItself() {
        assertThat(feed.read(MESSAGE.replace("\"15000\"", "\"0\""))).isInstanceOfSatisfying(Events.class, message -> {
            assertThat(message.events()).hasSize(1);
            assertThat(message.refusals()).singleElement().asString().contains("size must be");
        });
    }

    @Test
    void products_areAskedForApart() {
        assertThat(feed.subscriptions(List.of(BTC))).singleElement().satisfies(subscription -> {
            assertThat(subscription.id()).isEqualTo("usdt-futures");
            assertThat(subscription.request())
                    .isEqualTo("{\"op\":\"subscribe\",\"args\":[{\"instType\":\"usdt-futures\","
                            + "\"topic\":\"liquidation\"}]}");
        });
        assertThat(feed.carries(BTC)).isTrue();
        assertThat(feed.carries(COIN_MARGINED)).isFalse();
    }

    @Test
    void answers_areToldApart() {
        String arg = "\"arg\":{\"instType\":\"usdt-futures\",\"topic\":\"liquidation\"}";
        assertThat(feed.read("{\"event\":\"subscribe\"," + arg + "}")).isEqualTo(new Accepted("usdt-futures"));
        assertThat(feed.read("{\"event\":\"error\"," + arg + ",\"code\":\"30001\",\"msg\":\"doesn't exist\"}"))
                .isEqualTo(new Rejected("usdt-futures", "doesn't exist"));
        assertThat(feed.read("pong")).isEqualTo(StreamMessage.SIGN_OF_LIFE);
    }

    @TestFactory
    List<DynamicTest> recordedMessages_haveTheSideWrittenBesideThem() throws IOException {
        return RecordedMessages.haveTheSideWrittenBesideThem("bitget", feed);
    }
}
