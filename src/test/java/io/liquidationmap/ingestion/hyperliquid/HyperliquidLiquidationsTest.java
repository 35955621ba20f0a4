package io.liquidationmap.ingestion.hyperliquid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liquidationmap.ingestion.stream.RecordedMessages;
import io.liquidationmap.ingestion.stream.StreamMessage;
import io.liquidationmap.ingestion.stream.StreamMessage.Accepted;
import io.liquidationmap.ingestion.stream.StreamMessage.Events;
import io.liquidationmap.ingestion.stream.StreamMessage.Rejected;
import io.liquidationmap.market.Completeness;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Liquidation;
import io.liquidationmap.market.Side;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HyperliquidLiquidationsTest {

    private static final String FORCED =
            "\"liquidation\":{\"liquidatedUser\":\"0xCC\",\"markPx\":\"60010.0\",\"method\":\"backstop\"}";
    private static final String FILL = """
            {"coin":"BTC","px":"60000.0","sz":"0.5","side":"B","time":1780000000123,"startPosition":"0.0",
             "dir":"Open Long","closedPnl":"0.0","hash":"0xe2","oid":1,"crossed":false,"fee":"0.0","tid":745210434703679,
             "feeToken":"USDC","twapId":null,""" + FORCED + "}";

    private final HyperliquidLiquidations feed =
            new HyperliquidLiquidations(List.of("0xAA", "0xbb"), URI.create("wss://stream.test"));

    private static String fills(String... fills) {
        return "{\"channel\":\"userFills\",\"data\":{\"isSnapshot\":true,\"user\":\"0xaa\",\"fills\":["
                + String.join(",", fills) + "]}}";
    }

    @Test
    void whoBoughtFromALiquidation_closedALong_andTheTradeIsNamedByItsBlock() {
        assertThat(feed.read(fills(FILL)))
                .isEqualTo(new Events(
                        List.of(Liquidation.ofCoins(
                                        InstrumentId.of("hyperliquid", "BTC"),
                                        Instant.ofEpochMilli(1_780_000_000_123L),
                                        Side.LONG,
                                        60_000,
                                        0.5)
                                .named("1780000000123 745210434703679")),
                        List.of()));
        assertThat(feed.read(fills(FILL.replace("\"B\"", "\"A\""))))
                .isInstanceOfSatisfying(
                        Events.class,
                        message -> assertThat(message.events())
                                .extracting(Liquidation::side)
                                .containsExactly(Side.SHORT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // An ordinary fill.
                "\"builderFee\":\"0.0\"",
                "\"liquidation\":null",
                // One of those listened to was closed out itself.
                "\"liquidation\":{\"liquidatedUser\":\"0xBB\",\"markPx\":\"60010.0\",\"method\":\"backstop\"}",
                // Nobody knows who.
                "\"liquidation\":{\"markPx\":\"60010.0\",\"method\":\"market\"}"
            })
    void otherFills_areLeftOut(String instead) {
        assertThat(feed.read(fills(FILL.replace(FORCED, instead)))).isEqualTo(new Events(List.of(), List.of()));
    }

    @Test
    void contractsThatOthersDeploy_areLeftOut() {
        assertThat(feed.read(fills(FILL.replace("\"BTC\"", "\"xyz:NVDA\""))))
                .isEqualTo(new Events(List.of(), List.of()));
    }

    @Test
    void fillThatCannotBe_isRefused_andCostsOnlyItself() {
        assertThat(feed.read(fills(FILL.replace("\"B\"", "\"C\""), FILL)))
                .isInstanceOfSatisfying(Events.class, message -> {
                    assertThat(message.events()).hasSize(1);
                    assertThat(message.refusals()).singleElement().asString().startsWith("no side of a fill: C");
                });
    }

    @Test
    void accounts_areAskedForOneByOne_andNobodyWithoutThem() {
        assertThat(feed.subscriptions(List.of(Coin.instrument("BTC"))))
                .extracting(subscription -> subscription.id())
                .containsExactly("0xaa", "0xbb");
        assertThat(new HyperliquidLiquidations(List.of(), URI.create("wss://stream.test"))
                        .carries(Coin.instrument("BTC")))
                .isFalse();
    }

    @Test
    void moreAccountsThanTheVenueAllows_areRefusedAtTheStart() {
        assertThatThrownBy(() -> new HyperliquidProperties(
                        true, URI.create("x"), URI.create("x"), Collections.nCopies(11, "0xaa")))
                .hasMessageContaining("liquidation-witnesses must be 10 at most");
    }

    @Test
    void answers_areToldApart() {
        assertThat(feed.read("{\"channel\":\"subscriptionResponse\",\"data\":{\"method\":\"subscribe\","
                        + "\"subscription\":{\"type\":\"userFills\",\"user\":\"0xaa\",\"aggregateByTime\":null}}}"))
                .isEqualTo(new Accepted("0xaa"));
        assertThat(feed.read("{\"channel\":\"error\",\"data\":\"Invalid subscription\"}"))
                .isEqualTo(new Rejected(null, "Invalid subscription"));
        assertThat(feed.read("{\"channel\":\"pong\"}")).isEqualTo(StreamMessage.SIGN_OF_LIFE);
    }

    @Test
    void whatIsHeardOfByChance_coversNothing() {
        assertThat(feed.completeness()).isEqualTo(Completeness.THROTTLED);
        assertThat(feed.covers()).isFalse();
    }

    /// Recorded as an event of the account that sold to the liquidation.
    @TestFactory
    List<DynamicTest> recordedFills_haveTheSideWrittenBesideThem() throws IOException {
        return RecordedMessages.haveTheSideWrittenBesideThem(
                "hyperliquid", feed, raw -> raw.replace("\"channel\":\"user\"", "\"channel\":\"userFills\""));
    }
}
