package io.liquidationmap.ingestion.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.liquidationmap.ingestion.stream.ContractSizes;
import io.liquidationmap.ingestion.stream.RecordedMessages;
import io.liquidationmap.ingestion.stream.StreamMessage;
import io.liquidationmap.ingestion.stream.StreamMessage.Accepted;
import io.liquidationmap.ingestion.stream.StreamMessage.Events;
import io.liquidationmap.ingestion.stream.StreamMessage.Rejected;
import io.liquidationmap.market.Completeness;
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

class GateLiquidationsTest {

    private static final Instrument LINEAR =
            new Instrument(InstrumentId.of("gate", "BTC_USDT"), "BTC", "USDT", ContractType.LINEAR);
    private static final Instrument INVERSE =
            new Instrument(InstrumentId.of("gate", "BTC_USD"), "BTC", "USD", ContractType.INVERSE);
    private static final String UPDATE = """
            {"channel":"futures.public_liquidates","event":"update","time":1780000001,"time_ms":1780000001123,
             "result":[{"price":60000,"size":-900,"time_ms":1780000000123,"contract":"BTC_USD"}]}""";

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T12:00:00Z"));
    private final GateLiquidations linear = feed("usdt", LINEAR, 0.0001);
    private final GateLiquidations inverse = feed("btc", INVERSE, 1);

    private GateLiquidations feed(String settle, Instrument instrument, double size) {
        return new GateLiquidations(
                settle,
                new ContractSizes(() -> Map.of(instrument, size), clock),
                URI.create("wss://stream.test/ws"),
                clock);
    }

    @BeforeEach
    void readListings() {
        assertThat(linear.carries(LINEAR)).isTrue();
        assertThat(inverse.carries(INVERSE)).isTrue();
    }

    @Test
    void contracts_areOnTheConnectionOfWhatTheySettleIn() {
        assertThat(linear.endpoint()).hasToString("wss://stream.test/ws/usdt");
        assertThat(inverse.endpoint()).hasToString("wss://stream.test/ws/btc");
        assertThat(linear.carries(INVERSE)).isFalse();
        assertThat(inverse.carries(LINEAR)).isFalse();
    }

    @Test
    void soldOrder_isALong_andInverseContractsAreDollars() {
        assertThat(inverse.read(UPDATE))
                .isEqualTo(new Events(
                        List.of(Liquidation.ofUsd(
                                INVERSE.id(), Instant.ofEpochMilli(1_780_000_000_123L), Side.LONG, 60_000, 900)),
                        List.of()));
    }

    /// The venue spells numbers as text where a contract can be had in parts.
    @Test
    void partsOfContracts_asText_areRead() {
        assertThat(linear.read(UPDATE.replace("BTC_USD", "BTC_USDT").replace("-900", "\"12.5\"")))
                .isInstanceOfSatisfying(Events.class, message -> {
                    assertThat(message.refusals()).isEmpty();
                    assertThat(message.events()).singleElement().satisfies(event -> {
                        assertThat(event.side()).isEqualTo(Side.SHORT);
                        assertThat(event.coins()).isEqualTo(0.00125);
                    });
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"size\":0", "\"size\":null", "\"price\":-1,\"size\":1", "\"volume\":1"})
    void impossibleOrder_isRefused(String instead) {
        assertThat(inverse.read(UPDATE.replace("\"size\":-900", instead)))
                .isInstanceOfSatisfying(Events.class, message -> {
                    assertThat(message.events()).isEmpty();
                    assertThat(message.refusals()).hasSize(1);
                });
    }

    @Test
    void answers_areToldApart() {
        String answer = "{\"time\":1,\"channel\":\"futures.public_liquidates\",\"event\":\"subscribe\",%s}";
        assertThat(linear.read(answer.formatted("\"error\":null,\"result\":{\"status\":\"success\"}")))
                .isEqualTo(new Accepted("futures.public_liquidates"));
        assertThat(linear.read(answer.formatted("\"error\":{\"code\":2,\"message\":\"invalid\"},\"result\":null")))
                .isEqualTo(new Rejected("futures.public_liquidates", "invalid"));
        assertThat(linear.read("{\"time\":1,\"channel\":\"futures.pong\",\"event\":\"\",\"result\":null}"))
                .isEqualTo(StreamMessage.SIGN_OF_LIFE);
    }

    @Test
    void sample_doesNotTakeThePlaceOfTheSumsTheVenueStates() {
        assertThat(linear.completeness()).isEqualTo(Completeness.THROTTLED);
        assertThat(linear.covers()).isFalse();
    }

    @TestFactory
    List<DynamicTest> recordedMessages_haveTheSideWrittenBesideThem() throws IOException {
        return RecordedMessages.haveTheSideWrittenBesideThem("gate", inverse);
    }
}
