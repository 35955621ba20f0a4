package io.liquidationmap.ingestion.binance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import io.liquidationmap.ingestion.stream.ContractSizes;
import io.liquidationmap.ingestion.stream.RecordedMessages;
import io.liquidationmap.ingestion.stream.StreamMessage;
import io.liquidationmap.ingestion.stream.StreamMessage.Events;
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
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;

class BinanceLiquidationsTest {

    private static final String ORDER = """
            {"e":"forceOrder","E":1780000001000,"o":{"s":"BTCUSDT","S":"SELL","o":"LIMIT","f":"IOC","q":"0.020",
             "p":"60000","ap":"60100.5","X":"FILLED","l":"0.004","z":"0.014","T":1780000000123,"ps":"BTCUSDT","st":1}}""";
    private static final String COIN_ORDER = """
            {"e":"forceOrder","E":1780000001000,"o":{"s":"%s","S":"BUY","o":"LIMIT","f":"IOC","q":"9",
             "p":"50000","ap":"50000","X":"FILLED","l":"4","z":"7","T":1780000000123,"ps":"BTCUSD","st":2}}""";

    private static final Instrument COIN = coinMargined("BTCUSD_PERP", "BTC");
    private static final Instrument RECORDED = coinMargined("BTCUSD_200925", "BTC");
    private static final Instrument ETH = coinMargined("ETHUSD_PERP", "ETH");

    private final BinanceLiquidations feed =
            BinanceLiquidations.usdMargined(URI.create("wss://stream.test/ws/!forceOrder@arr"));
    private final BinanceLiquidations coinFeed = BinanceLiquidations.coinMargined(
            new ContractSizes(() -> Map.of(COIN, 100.0, ETH, 10.0, RECORDED, 100.0), new SettableClock(Instant.EPOCH)),
            URI.create("wss://coin.test/ws/!forceOrder@arr"));

    @BeforeEach
    void readListing() {
        assertThat(coinFeed.carries(COIN)).isTrue();
    }

    @Test
    void soldOrder_isALiquidatedLong_atItsAverageFill() {
        Liquidation expected = Liquidation.ofCoins(
                InstrumentId.of("binance", "BTCUSDT"),
                Instant.parse("2026-05-28T20:26:40.123Z"),
                Side.LONG,
                60_100.5,
                0.014);

        assertThat(events(feed.read(ORDER))).containsExactly(expected);
        assertThat(events(feed.read(ORDER.replace("SELL", "BUY"))))
                .extracting(Liquidation::side)
                .containsExactly(Side.SHORT);
        assertThat(events(feed.read("{\"stream\":\"!forceOrder@arr\",\"data\":" + ORDER + "}")))
                .containsExactly(expected);
        assertThat(events(feed.read(ORDER.replace(",\"ps\":\"BTCUSDT\",\"st\":1", ""))))
                .containsExactly(expected);
    }

    @Test
    void orderOfTheOtherMarket_onTheSameStream_isLeftOut() {
        assertThat(events(feed.read(COIN_ORDER.formatted("BTCUSD_PERP")))).isEmpty();
        assertThat(events(coinFeed.read(ORDER))).isEmpty();
    }

    @Test
    void coinMarginedContract_isWorthDollars() {
        assertThat(events(coinFeed.read(COIN_ORDER.formatted("BTCUSD_PERP"))))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.instrument()).isEqualTo(InstrumentId.of("binance-coinm", "BTCUSD_PERP"));
                    assertThat(event.side()).isEqualTo(Side.SHORT);
                    assertThat(event.usd()).isEqualTo(700);
                    assertThat(event.coins()).isEqualTo(0.014);
                });
        assertThat(events(coinFeed.read(COIN_ORDER.formatted("ETHUSD_PERP"))))
                .extracting(Liquidation::usd)
                .containsExactly(70.0);
    }

    @Test
    void contractWhoseWorthIsNotKnown_staysOffTheFeed() {
        assertThat(coinFeed.carries(coinMargined("NEWUSD_PERP", "NEW"))).isFalse();
        assertThat(events(coinFeed.read(COIN_ORDER.formatted("NEWUSD_PERP")))).isEmpty();
    }

    @Test
    void orderThatFilledNothing_isNoLiquidation() {
        assertThat(events(feed.read(ORDER.replace("\"z\":\"0.014\"", "\"z\":\"0\""))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"result\":null,\"id\":1}", "{\"e\":\"somethingNew\"}", "{}"})
    void anythingElse_isASignOfLife(String text) {
        assertThat(feed.read(text)).isEqualTo(StreamMessage.SIGN_OF_LIFE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"ap\":\"0\"", "\"ap\":\"-1\"", "\"ap\":\"x\"", "\"ap\":null", "\"ap\":\"\""})
    void impossibleOrder_isRefusedWithItsReason(String price) {
        assertThat(feed.read(ORDER.replace("\"ap\":\"60100.5\"", price)))
                .isInstanceOfSatisfying(Events.class, message -> {
                    assertThat(message.events()).isEmpty();
                    assertThat(message.refusals()).singleElement().asString().contains("BTCUSDT");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>", "{\"e\":", "[1,2"})
    void whatIsNotJson_cannotBeRead(String text) {
        assertThatException().isThrownBy(() -> feed.read(text));
    }

    @Test
    void error_isARefusal() {
        assertThat(feed.read("{\"error\":{\"code\":2,\"msg\":\"Invalid request\"},\"id\":1}"))
                .isEqualTo(new StreamMessage.Rejected(null, "{\"code\":2,\"msg\":\"Invalid request\"}"));
    }

    @Test
    void connecting_isSubscribing() {
        Instrument instrument =
                new Instrument(InstrumentId.of("binance", "BTCUSDT"), "BTC", "USDT", ContractType.LINEAR);

        assertThat(feed.subscriptions(List.of(instrument))).singleElement().satisfies(subscription -> {
            assertThat(subscription.request()).isNull();
            assertThat(subscription.instruments()).containsExactly(instrument.id());
        });
        assertThat(feed.carries(instrument)).isTrue();
        assertThat(coinFeed.carries(instrument)).isFalse();
        assertThat(feed.completeness()).isEqualTo(Completeness.THROTTLED);
    }

    @TestFactory
    List<DynamicTest> recordedMessages_haveTheSideWrittenBesideThem() throws IOException {
        return RecordedMessages.haveTheSideWrittenBesideThem("binance-usdm", feed);
    }

    @TestFactory
    List<DynamicTest> recordedCoinMarginedMessages_haveTheSideWrittenBesideThem() throws IOException {
        return RecordedMessages.haveTheSideWrittenBesideThem("binance-coinm", coinFeed);
    }

    /// Of an exchange whose interface is a copy.
    @TestFactory
    List<DynamicTest> recordedMessagesOfACopy_haveTheSideWrittenBesideThem() throws IOException {
        return RecordedMessages.haveTheSideWrittenBesideThem("aster", feed);
    }

    /// The addresses without `/market` were given up on 2026-04-23.
    @Test
    void usdMarginedStream_isWhereMarketDataMovedTo() {
        YamlPropertiesFactoryBean settings = new YamlPropertiesFactoryBean();
        settings.setResources(new ClassPathResource("application.yaml"));
        assertThat(settings.getObject())
                .containsEntry(
                        "liquidationmap.venues.binance.stream-url",
                        "wss://fstream.binance.com/market/ws/!forceOrder@arr");
    }

    private static Instrument coinMargined(String symbol, String base) {
        return new Instrument(InstrumentId.of("binance-coinm", symbol), base, "USD", ContractType.INVERSE);
    }

    private static List<Liquidation> events(StreamMessage message) {
        assertThat(message)
                .isInstanceOfSatisfying(
                        Events.class, events -> assertThat(events.refusals()).isEmpty());
        return ((Events) message).events();
    }
}
