package io.liquidationmap.ingestion.bybit;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class BybitLiquidationsTest {

    private static final Instrument BTC =
            new Instrument(InstrumentId.of("bybit", "BTCUSDT"), "BTC", "USDT", ContractType.LINEAR);
    private static final Instrument ETH =
            new Instrument(InstrumentId.of("bybit", "ETHUSDT"), "ETH", "USDT", ContractType.LINEAR);
    private static final Instant TIME = Instant.parse("2026-05-28T20:26:40.123Z");
    private static final String MESSAGE = """
            {"topic":"allLiquidation.BTCUSDT","type":"snapshot","ts":1780000000500,"data":[
             {"T":1780000000123,"s":"BTCUSDT","S":"Buy","v":"0.25","p":"60000"},
             {"T":1780000000123,"s":"BTCUSDT","S":"Sell","v":"0.5","p":"61000"}]}""";

    private final BybitLiquidations feed = BybitLiquidations.linear(URI.create("wss://stream.test/v5/public"));
    private final BybitLiquidations inverse = BybitLiquidations.inverse(URI.create("wss://stream.test/v5/public"));

    @Test
    void side_isThatOfThePosition() {
        assertThat(feed.read(MESSAGE))
                .isEqualTo(new Events(
                        List.of(
                                Liquidation.ofCoins(BTC.id(), TIME, Side.LONG, 60_000, 0.25),
                                Liquidation.ofCoins(BTC.id(), TIME, Side.SHORT, 61_000, 0.5)),
                        List.of()));
    }

    @Test
    void inverseContract_isCountedInDollars() {
        assertThat(inverse.read(MESSAGE.replace("0.25", "3000")))
                .isInstanceOfSatisfying(
                        Events.class,
                        message -> assertThat(message.events())
                                .first()
                                .isEqualTo(Liquidation.ofUsd(BTC.id(), TIME, Side.LONG, 60_000, 3_000)));
    }

    @Test
    void impossibleRow_costsOnlyItself() {
        assertThat(feed.read(MESSAGE.replace("\"Buy\"", "\"Both\""))).isInstanceOfSatisfying(Events.class, message -> {
            assertThat(message.events()).extracting(Liquidation::side).containsExactly(Side.SHORT);
            assertThat(message.refusals()).singleElement().asString().contains("no side of a position: Both");
        });
    }

    @Test
    void contracts_areAskedForOneByOne_onTheConnectionOfTheirKind() {
        assertThat(feed.subscriptions(List.of(BTC, ETH)))
                .extracting(subscription -> subscription.id() + " " + subscription.request())
                .containsExactly(
                        "BTCUSDT {\"req_id\":\"BTCUSDT\",\"op\":\"subscribe\",\"args\":[\"allLiquidation.BTCUSDT\"]}",
                        "ETHUSDT {\"req_id\":\"ETHUSDT\",\"op\":\"subscribe\",\"args\":[\"allLiquidation.ETHUSDT\"]}");
        assertThat(feed.endpoint()).hasToString("wss://stream.test/v5/public/linear");
        assertThat(inverse.endpoint()).hasToString("wss://stream.test/v5/public/inverse");
        assertThat(feed.carries(BTC)).isTrue();
        assertThat(inverse.carries(BTC)).isFalse();
        assertThat(feed.heartbeat().ping()).isEqualTo("{\"op\":\"ping\"}");
    }

    @Test
    void answers_areToldApart() {
        assertThat(
                        feed.read(
                                "{\"success\":true,\"ret_msg\":\"\",\"conn_id\":\"a\",\"req_id\":\"BTCUSDT\",\"op\":\"subscribe\"}"))
                .isEqualTo(new Accepted("BTCUSDT"));
        assertThat(feed.read("{\"success\":false,\"ret_msg\":\"error:handler not found\",\"req_id\":\"NOPE\","
                        + "\"op\":\"subscribe\"}"))
                .isEqualTo(new Rejected("NOPE", "error:handler not found"));
        assertThat(feed.read("{\"success\":true,\"ret_msg\":\"pong\",\"req_id\":\"\",\"op\":\"ping\"}"))
                .isEqualTo(StreamMessage.SIGN_OF_LIFE);
    }

    @TestFactory
    List<DynamicTest> recordedMessages_haveTheSideWrittenBesideThem() throws IOException {
        return RecordedMessages.haveTheSideWrittenBesideThem("bybit", feed);
    }
}
