package io.liquidationmap.ingestion.bitmex;

import static org.assertj.core.api.Assertions.assertThat;

import io.liquidationmap.ingestion.stream.ContractSizes;
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
import io.liquidationmap.testing.SettableClock;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BitmexLiquidationsTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Instrument INVERSE =
            new Instrument(InstrumentId.of("bitmex", "XBTUSD"), "BTC", "USD", ContractType.INVERSE);
    private static final Instrument LINEAR =
            new Instrument(InstrumentId.of("bitmex", "XBTUSDT"), "BTC", "USDT", ContractType.LINEAR);
    private static final String ORDER =
            "{\"orderID\":\"a\",\"symbol\":\"XBTUSDT\",\"side\":\"Sell\",\"price\":60000,\"leavesQty\":39700}";

    private static final Events NOTHING = new Events(List.of(), List.of());

    private final BitmexLiquidations feed = new BitmexLiquidations(
            new ContractSizes(() -> Map.of(INVERSE, 1.0, LINEAR, 1e-6), new SettableClock(NOON)),
            URI.create("wss://stream.test"),
            new SettableClock(NOON));

    @BeforeEach
    void readListing() {
        assertThat(feed.carries(INVERSE)).isTrue();
    }

    private static String table(String action, String... rows) {
        return "{\"table\":\"liquidation\",\"action\":\"" + action + "\",\"data\":[" + String.join(",", rows) + "]}";
    }

    @ParameterizedTest
    @ValueSource(strings = {"insert", "partial"})
    void order_isOneLiquidation_underItsName_ofTheTimeItWasToldOf(String action) {
        assertThat(feed.read(table(action, ORDER)))
                .isEqualTo(new Events(
                        List.of(Liquidation.ofCoins(LINEAR.id(), NOON, Side.LONG, 60_000, 39_700 * 1e-6)
                                .named("a")),
                        List.of()));
    }

    @Test
    void emptyTable_tellsOfNothing() {
        assertThat(feed.read(table("partial"))).isEqualTo(new Events(List.of(), List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"orderID\":\"a\",\"symbol\":\"XBTUSDT\",\"price\":60100}",
                "{\"orderID\":\"a\",\"symbol\":\"XBTUSDT\",\"leavesQty\":100}",
                "{\"orderID\":\"a\",\"symbol\":\"XBTUSDT\",\"price\":60100,\"leavesQty\":39700}",
                "{\"orderID\":\"unheard-of\",\"symbol\":\"XBTUSDT\",\"leavesQty\":50000}"
            })
    void whatChangesOfAnOrder_isNoOther(String row) {
        feed.read(table("insert", ORDER));

        assertThat(feed.read(table("update", row))).isEqualTo(NOTHING);
        assertThat(feed.read(table("delete", row))).isEqualTo(StreamMessage.SIGN_OF_LIFE);
    }

    @Test
    void whatAnOrderGrowsBy_isOneMore_atItsNewPrice() {
        feed.read(table("insert", ORDER));

        assertThat(feed.read(update("\"price\":60100,\"leavesQty\":49700"))).isEqualTo(growth(60_100, 10_000, 49_700));
        assertThat(feed.read(update("\"leavesQty\":49800"))).isEqualTo(growth(60_100, 100, 49_800));
    }

    /// As two connections that overlap tell it.
    @Test
    void growthThatIsToldAgain_orLate_countsOnce() {
        feed.read(table("insert", ORDER));
        feed.read(update("\"leavesQty\":49700"));
        feed.read(update("\"leavesQty\":30000"));

        assertThat(feed.read(table("partial", ORDER)))
                .isInstanceOfSatisfying(
                        Events.class,
                        message -> assertThat(message.events())
                                .extracting(Liquidation::identity)
                                .containsExactly("a"));
        assertThat(feed.read(update("\"leavesQty\":49700"))).isEqualTo(NOTHING);
        assertThat(feed.read(update("\"leavesQty\":30000"))).isEqualTo(NOTHING);
    }

    @Test
    void growthOfAnOrderThatHasEnded_isNone() {
        feed.read(table("insert", ORDER));
        feed.read(table("delete", "{\"orderID\":\"a\",\"symbol\":\"XBTUSDT\"}"));

        assertThat(feed.read(update("\"leavesQty\":49700"))).isEqualTo(NOTHING);
    }

    /// However many ends were missed.
    @Test
    void ordersThatNeverEnd_makeRoom() {
        feed.read(table("insert", ORDER));
        for (int i = 0; i < 10_000; i++) {
            feed.read(table("insert", ORDER.replace("\"a\"", "\"" + i + "\"")));
        }

        assertThat(feed.read(update("\"leavesQty\":49700"))).isEqualTo(NOTHING);
    }

    private static String update(String changes) {
        return table("update", "{\"orderID\":\"a\",\"symbol\":\"XBTUSDT\"," + changes + "}");
    }

    private static Events growth(double price, double contracts, long reached) {
        return new Events(
                List.of(Liquidation.ofCoins(LINEAR.id(), NOON, Side.LONG, price, contracts * 1e-6)
                        .named("a#" + reached)),
                List.of());
    }

    @Test
    void orderThatCannotBe_isRefused() {
        assertThat(feed.read(table("insert", ORDER.replace("Sell", "sold"), ORDER.replace("39700", "0"))))
                .isInstanceOfSatisfying(Events.class, message -> {
                    assertThat(message.events()).isEmpty();
                    assertThat(message.refusals()).hasSize(2);
                });
    }

    @Test
    void contractThatCannotBeValued_isLeftOut() {
        assertThat(feed.read(table("insert", ORDER.replace("XBTUSDT", "ETHUSD"))))
                .isEqualTo(new Events(List.of(), List.of()));
    }

    @Test
    void answers_areToldApart() {
        assertThat(feed.read("{\"info\":\"Welcome to the BitMEX Realtime API.\",\"limit\":{\"remaining\":719}}"))
                .isEqualTo(StreamMessage.SIGN_OF_LIFE);
        assertThat(feed.read("{\"success\":true,\"subscribe\":\"liquidation\",\"request\":{}}"))
                .isEqualTo(new Accepted("liquidation"));
        assertThat(feed.read("{\"status\":429,\"error\":\"Rate limit exceeded\",\"meta\":{\"retryAfter\":5}}"))
                .isEqualTo(new Rejected("liquidation", "Rate limit exceeded"));
        assertThat(feed.read("pong")).isEqualTo(StreamMessage.SIGN_OF_LIFE);
    }

    @TestFactory
    List<DynamicTest> recordedMessages_haveTheSideWrittenBesideThem() throws IOException {
        return RecordedMessages.haveTheSideWrittenBesideThem("bitmex", feed);
    }
}
