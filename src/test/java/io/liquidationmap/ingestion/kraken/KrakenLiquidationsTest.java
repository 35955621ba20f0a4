package io.liquidationmap.ingestion.kraken;

import static org.assertj.core.api.Assertions.assertThat;

import io.liquidationmap.ingestion.stream.StreamMessage;
import io.liquidationmap.ingestion.stream.StreamMessage.Accepted;
import io.liquidationmap.ingestion.stream.StreamMessage.Events;
import io.liquidationmap.ingestion.stream.StreamMessage.Rejected;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Liquidation;
import io.liquidationmap.market.Side;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class KrakenLiquidationsTest {

    private static final Instant TIME = Instant.parse("2026-05-28T20:26:40.123Z");
    private static final Instrument LINEAR =
            new Instrument(InstrumentId.of("kraken", "PF_XBTUSD"), "BTC", "USD", ContractType.LINEAR);
    private static final Instrument INVERSE =
            new Instrument(InstrumentId.of("kraken", "PI_XBTUSD"), "BTC", "USD", ContractType.INVERSE);
    private static final String TRADE = """
            {"feed":"trade","product_id":"PF_XBTUSD","uid":"a","side":"sell","type":"liquidation","seq":1,
             "time":1780000000123,"qty":0.5,"price":60000.0}""";

    private final KrakenLiquidations feed = new KrakenLiquidations(URI.create("wss://stream.test"));

    @Test
    void soldLiquidation_isALong_inCoinsOrDollars() {
        assertThat(feed.read(TRADE))
                .isEqualTo(new Events(
                        List.of(Liquidation.ofCoins(LINEAR.id(), TIME, Side.LONG, 60_000, 0.5)
                                .named("a")),
                        List.of()));
        assertThat(feed.read(TRADE.replace("PF_", "PI_").replace("sell", "buy").replace("0.5", "900")))
                .isEqualTo(new Events(
                        List.of(Liquidation.ofUsd(INVERSE.id(), TIME, Side.SHORT, 60_000, 900)
                                .named("a")),
                        List.of()));
    }

    @Test
    void otherTrades_areLeftOut() {
        assertThat(feed.read(TRADE.replace("\"liquidation\"", "\"fill\""))).isEqualTo(new Events(List.of(), List.of()));
    }

    @Test
    void snapshot_isReadLikeTrades() {
        String snapshot = "{\"feed\":\"trade_snapshot\",\"product_id\":\"PF_XBTUSD\",\"trades\":[" + TRADE + ","
                + TRADE.replace("\"a\"", "\"b\"").replace("\"liquidation\"", "\"fill\"") + "]}";

        assertThat(feed.read(snapshot))
                .isInstanceOfSatisfying(
                        Events.class,
                        message -> assertThat(message.events())
                                .extracting(Liquidation::venueId)
                                .containsExactly("a"));
    }

    @Test
    void impossibleTrade_isRefused() {
        assertThat(feed.read(TRADE.replace("0.5", "-1"))).isInstanceOfSatisfying(Events.class, message -> {
            assertThat(message.events()).isEmpty();
            assertThat(message.refusals()).singleElement().asString().contains("size must be");
        });
    }

    @Test
    void contracts_areAskedForOneByOne() {
        assertThat(feed.subscriptions(List.of(LINEAR)))
                .singleElement()
                .satisfies(subscription -> assertThat(subscription.request())
                        .isEqualTo("{\"event\":\"subscribe\",\"feed\":\"trade\",\"product_ids\":[\"PF_XBTUSD\"]}"));
    }

    @Test
    void answers_areToldApart() {
        assertThat(feed.read("{\"event\":\"subscribed\",\"feed\":\"trade\",\"product_ids\":[\"PF_XBTUSD\"]}"))
                .isEqualTo(new Accepted("PF_XBTUSD"));
        assertThat(feed.read("{\"event\":\"error\",\"message\":\"Invalid product id\"}"))
                .isEqualTo(new Rejected(null, "Invalid product id"));
        assertThat(feed.read("{\"event\":\"info\",\"version\":1}")).isEqualTo(StreamMessage.SIGN_OF_LIFE);
    }
}
