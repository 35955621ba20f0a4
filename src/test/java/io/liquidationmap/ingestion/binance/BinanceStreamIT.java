package io.liquidationmap.ingestion.binance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.liquidationmap.history.InstrumentCatalog;
import io.liquidationmap.history.InstrumentCatalog.KnownVenue;
import io.liquidationmap.history.LiquidationLog;
import io.liquidationmap.ingestion.FakeVenueServer;
import io.liquidationmap.ingestion.IngestionService;
import io.liquidationmap.ingestion.IngestionStatus;
import io.liquidationmap.ingestion.stream.FakeStreamServer;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Liquidation;
import io.liquidationmap.market.Side;
import io.liquidationmap.testing.FreshDatabase;
import io.liquidationmap.testing.SkippableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// From the start of the service to a stored liquidation, wired as in operation, with the real time; the venue's REST
/// interface does not answer, which the stream does not mind.
@SpringBootTest(
        classes = IngestionService.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "liquidationmap.ingestion.enabled=true",
            "liquidationmap.venues.binance.enabled=true",
            "liquidationmap.streams.enabled=true",
            "liquidationmap.streams.tick=20ms"
        })
@FreshDatabase
@DirtiesContext
class BinanceStreamIT {

    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final Duration UNTIL_THE_CATALOG_IS_READ_AGAIN = Duration.ofSeconds(30);
    private static final InstrumentId BTC = InstrumentId.of("binance", "BTCUSDT");
    private static final FakeVenueServer REST = new FakeVenueServer();

    private static final FakeStreamServer STREAM = new FakeStreamServer();

    @Autowired
    IngestionStatus status;

    @Autowired
    InstrumentCatalog catalog;

    @Autowired
    LiquidationLog log;

    @Autowired
    SkippableClock clock;

    @DynamicPropertySource
    static void venue(DynamicPropertyRegistry registry) {
        registry.add("liquidationmap.venues.binance.rest-url", REST::url);
        registry.add("liquidationmap.venues.binance.archive-url", REST::url);
        registry.add("liquidationmap.venues.binance.stream-url", STREAM::url);
    }

    @AfterAll
    static void stop() {
        STREAM.close();
        REST.close();
    }

    @Test
    void service_listensToWhatItKnows_andStoresWhatItHears() {
        assertThat(status.feeds()).isEmpty();
        catalog.register(new KnownVenue(BTC.venue(), false));
        catalog.register(new Instrument(BTC, "BTC", "USDT", ContractType.LINEAR));
        clock.skip(UNTIL_THE_CATALOG_IS_READ_AGAIN);
        await().atMost(LONGEST).until(() -> STREAM.open() == 1);

        STREAM.say("""
                {"stream":"!forceOrder@arr","data":{"e":"forceOrder","E":1780000001000,"o":{"s":"BTCUSDT","S":"SELL",
                 "o":"LIMIT","f":"IOC","q":"2","p":"49000","ap":"50000","X":"FILLED","l":"2","z":"2",
                 "T":1780000000000,"ps":"BTCUSDT","st":1}}}""");

        Instant time = Instant.ofEpochMilli(1_780_000_000_000L);
        await().atMost(LONGEST)
                .untilAsserted(() -> assertThat(log.events(BTC, time, time.plusSeconds(1)))
                        .extracting(Liquidation::side, Liquidation::usd)
                        .containsExactly(tuple(Side.LONG, 100_000.0)));
        assertThat(status.feeds()).singleElement().satisfies(feed -> {
            assertThat(feed.feed()).isEqualTo("binance");
            assertThat(feed.listeningSince()).isNotNull();
            assertThat(feed.instruments()).isOne();
            assertThat(feed.refused()).isZero();
        });
    }
}
