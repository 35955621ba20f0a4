package io.liquidationmap.ingestion.okx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

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

class OkxLiquidationsTest {

    private static final Instrument LINEAR = instrument("ETH-USDT-SWAP", "ETH", "USDT", ContractType.LINEAR);
    private static final Instrument INVERSE = instrument("BTC-USD-SWAP", "BTC", "USD", ContractType.INVERSE);

    private final ContractSizes sizes = new ContractSizes(
            () -> Map.of(
                    LINEAR,
                    0.1,
                    INVERSE,
                    100.0,
                    instrument("CNPY-USDT-SWAP", "CNPY", "USDT", ContractType.LINEAR),
                    10.0,
                    instrument("XRP-USD-230929", "XRP", "USD", ContractType.INVERSE),
                    10.0),
            new SettableClock(Instant.parse("2026-03-02T12:00:00Z")));
    private final OkxLiquidations feed = new OkxLiquidations(sizes, URI.create("wss://stream.test"));

    private static Instrument instrument(String symbol, String base, String quote, ContractType contract) {
        return new Instrument(InstrumentId.of("okx", symbol), base, quote, contract);
    }

    private static String message(String symbol, String... details) {
        return "{\"arg\":{\"channel\":\"liquidation-orders\",\"instType\":\"SWAP\"},\"data\":[{\"details\":["
                + String.join(",", details) + "],\"instId\":\"" + symbol + "\",\"instType\":\"SWAP\"}]}";
    }

    private static String detail(String side, String posSide, String contracts) {
        return "{\"bkLoss\":\"0\",\"bkPx\":\"2500\",\"ccy\":\"\",\"posSide\":\"" + posSide + "\",\"side\":\"" + side
                + "\",\"sz\":\"" + contracts + "\",\"ts\":\"1780000000123\"}";
    }

    @BeforeEach
    void readListing() {
        assertThat(feed.carries(LINEAR)).isTrue();
    }

    @Test
    void contracts_becomeCoinsOrDollars_andOneMessageTellsOfSeveral() {
        assertThat(feed.read(message("ETH-USDT-SWAP", detail("sell", "long", "30"), detail("buy", "short", "7"))))
                .isInstanceOfSatisfying(
                        Events.class,
                        message -> assertThat(message.events())
                                .extracting(Liquidation::side, Liquidation::coins, Liquidation::usd)
                                .containsExactly(
                                        tuple(Side.LONG, 3.0, 7_500.0), tuple(Side.SHORT, 7 * 0.1, 2_500 * (7 * 0.1))));
        assertThat(feed.read(message("BTC-USD-SWAP", detail("sell", "long", "30"))))
                .isInstanceOfSatisfying(
                        Events.class,
                        message -> assertThat(message.events())
                                .extracting(Liquidation::coins, Liquidation::usd)
                                .containsExactly(tuple(1.2, 3_000.0)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"net", "", "short"})
    void order_tellsTheSide_whateverTheAccountsMode(String posSide) {
        assertThat(feed.read(message("ETH-USDT-SWAP", detail("buy", posSide, "1"))))
                .isInstanceOfSatisfying(
                        Events.class,
                        message -> assertThat(message.events())
                                .extracting(Liquidation::side)
                                .containsExactly(Side.SHORT));
    }

    @Test
    void rowThatContradictsItself_isRefused_andCostsOnlyItself() {
        assertThat(feed.read(message("ETH-USDT-SWAP", detail("buy", "long", "1"), detail("buy", "short", "1"))))
                .isInstanceOfSatisfying(Events.class, message -> {
                    assertThat(message.events()).hasSize(1);
                    assertThat(message.refusals())
                            .singleElement()
                            .asString()
                            .startsWith("a buy order cannot close a long position");
                });
    }

    @Test
    void contractThatIsNotListed_isLeftOut() {
        assertThat(feed.read(message("NEW-USDT-SWAP", detail("buy", "short", "1"))))
                .isEqualTo(new Events(List.of(), List.of()));
        assertThat(feed.carries(instrument("NEW-USDT-SWAP", "NEW", "USDT", ContractType.LINEAR)))
                .isFalse();
    }

    @Test
    void answers_areToldApart() {
        String arg = "\"arg\":{\"channel\":\"liquidation-orders\",\"instType\":\"SWAP\"}";
        assertThat(feed.read("{\"event\":\"subscribe\"," + arg + ",\"connId\":\"a\"}"))
                .isEqualTo(new Accepted("liquidation-orders"));
        assertThat(feed.read("{\"event\":\"error\",\"code\":\"60012\",\"msg\":\"Invalid request\"}"))
                .isEqualTo(new Rejected("liquidation-orders", "Invalid request"));
        assertThat(feed.read("pong")).isEqualTo(StreamMessage.SIGN_OF_LIFE);
        assertThat(feed.read(
                        "{\"event\":\"notice\",\"code\":\"64008\",\"msg\":\"The connection will soon be closed\"}"))
                .isEqualTo(StreamMessage.SIGN_OF_LIFE);
    }

    @TestFactory
    List<DynamicTest> recordedMessages_haveTheSideWrittenBesideThem() throws IOException {
        return RecordedMessages.haveTheSideWrittenBesideThem("okx", feed);
    }
}
