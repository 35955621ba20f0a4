package io.liquidationmap.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.liquidationmap.history.InstrumentCatalog;
import io.liquidationmap.history.InstrumentCatalog.KnownVenue;
import io.liquidationmap.history.LiquidationLog;
import io.liquidationmap.ingestion.FakeVenueServer.Answer;
import io.liquidationmap.ingestion.IngestionStatus.FeedStatus;
import io.liquidationmap.ingestion.stream.FakeStreamServer;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Side;
import io.liquidationmap.testing.FreshDatabase;
import io.liquidationmap.testing.SkippableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// Streams of several venues in one service, wired as in operation, with the real time. Those that count in contracts
/// learn what one is from the venue's REST interface, which here says nothing else.
@SpringBootTest(
        classes = IngestionService.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "liquidationmap.ingestion.enabled=true",
            "liquidationmap.streams.enabled=true",
            "liquidationmap.streams.tick=20ms"
        })
@FreshDatabase
@DirtiesContext
class VenueStreamsIT {

    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final Duration UNTIL_THE_CATALOG_IS_READ_AGAIN = Duration.ofSeconds(30);
    private static final List<Instrument> INSTRUMENTS = List.of(
            instrument("okx", "BTC-USDT-SWAP", "USDT", ContractType.LINEAR),
            instrument("gate", "BTC_USDT", "USDT", ContractType.LINEAR),
            instrument("gate", "BTC_USD", "USD", ContractType.INVERSE),
            instrument("bitmex", "XBTUSD", "USD", ContractType.INVERSE),
            instrument("deribit", "BTC-PERPETUAL", "USD", ContractType.INVERSE),
            instrument("dydx", "BTC-USD", "USD", ContractType.LINEAR),
            instrument("hyperliquid", "BTC", "USDC", ContractType.LINEAR));
    private static final Map<String, FakeStreamServer> STREAMS = INSTRUMENTS.stream()
            .map(each -> each.venue().name())
            .distinct()
            .collect(Collectors.toMap(venue -> venue, VenueStreamsIT::stream));
    private static final FakeVenueServer REST = rest();

    @Autowired
    IngestionStatus status;

    @Autowired
    InstrumentCatalog catalog;

    @Autowired
    LiquidationLog log;

    @Autowired
    SkippableClock clock;

    @DynamicPropertySource
    static void venues(DynamicPropertyRegistry registry) {
        STREAMS.forEach((venue, stream) -> {
            registry.add("liquidationmap.venues." + venue + ".enabled", () -> true);
            registry.add("liquidationmap.venues." + venue + ".rest-url", REST::url);
            registry.add("liquidationmap.venues." + venue + ".stream-url", stream::url);
        });
        registry.add("liquidationmap.venues.hyperliquid.statistics-url", REST::url);
    }

    @AfterAll
    static void stop() {
        STREAMS.values().forEach(FakeStreamServer::close);
        REST.close();
    }

    @Test
    void everyVenueIsListenedTo_andContractsAreWorthWhatItsListingSays() {
        INSTRUMENTS.forEach(each -> {
            catalog.register(new KnownVenue(each.venue(), false));
            catalog.register(each);
        });
        clock.skip(UNTIL_THE_CATALOG_IS_READ_AGAIN);

        await().atMost(LONGEST)
                .untilAsserted(() -> assertThat(status.feeds())
                        .filteredOn(feed -> feed.listeningSince() != null)
                        .extracting(FeedStatus::feed)
                        .containsExactly("bitmex", "deribit", "dydx", "gate-btc", "gate-usdt", "hyperliquid", "okx"));
        assertThat(Objects.requireNonNull(STREAMS.get("hyperliquid")).received())
                .hasSize(7);
        say("okx", """
                {"arg":{"channel":"liquidation-orders","instType":"SWAP"},"data":[{"details":[{"bkPx":"60000",
                 "posSide":"long","side":"sell","sz":"250","ts":"1772452800000"}],"instId":"BTC-USDT-SWAP"}]}""");
        say("gate", """
                {"channel":"futures.public_liquidates","event":"update","result":[{"price":60000,"size":-25000,
                 "time_ms":1772452800000,"contract":"BTC_USDT"},{"price":60000,"size":600,"time_ms":1772452800000,
                 "contract":"BTC_USD"}]}""");
        say("bitmex", """
                {"table":"liquidation","action":"insert","data":[{"orderID":"a","symbol":"XBTUSD","side":"Buy",
                 "price":60000,"leavesQty":600}]}""");

        await().atMost(LONGEST).untilAsserted(() -> {
            assertThat(events("okx", "BTC-USDT-SWAP")).containsExactly(tuple(Side.LONG, 2.5, 150_000.0));
            assertThat(events("gate", "BTC_USDT")).containsExactly(tuple(Side.LONG, 2.5, 150_000.0));
            assertThat(events("gate", "BTC_USD")).containsExactly(tuple(Side.SHORT, 0.01, 600.0));
            assertThat(events("bitmex", "XBTUSD")).containsExactly(tuple(Side.SHORT, 0.01, 600.0));
        });
        assertThat(status.feeds()).allSatisfy(feed -> assertThat(feed.refused()).isZero());
    }

    private static Instrument instrument(String venue, String symbol, String quote, ContractType contract) {
        return new Instrument(InstrumentId.of(venue, symbol), "BTC", quote, contract);
    }

    private static void say(String venue, String text) {
        Objects.requireNonNull(STREAMS.get(venue)).say(text);
    }

    private List<Tuple> events(String venue, String symbol) {
        Instant end = Instant.parse("2100-01-01T00:00:00Z");
        return log.events(InstrumentId.of(venue, symbol), Instant.EPOCH, end).stream()
                .map(event -> tuple(event.side(), event.coins(), event.usd()))
                .toList();
    }

    private static FakeStreamServer stream(String venue) {
        FakeStreamServer server = new FakeStreamServer();
        server.answer(message -> confirmation(venue, message));
        return server;
    }

    private static @Nullable String confirmation(String venue, String message) {
        return switch (venue) {
            case "okx" ->
                "{\"event\":\"subscribe\",\"arg\":{\"channel\":\"liquidation-orders\",\"instType\":\"SWAP\"}}";
            case "gate" ->
                "{\"channel\":\"futures.public_liquidates\",\"event\":\"subscribe\",\"result\":{\"status\":\"success\"}}";
            case "bitmex" -> "{\"success\":true,\"subscribe\":\"liquidation\"}";
            case "deribit" -> "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":[\"trades.future.any.100ms\"]}";
            case "dydx" -> "{\"type\":\"subscribed\",\"channel\":\"v4_trades\",\"id\":\"BTC-USD\",\"contents\":{}}";
            case "hyperliquid" -> "{\"channel\":\"subscriptionResponse\",\"data\":" + message + "}";
            default -> null;
        };
    }

    private static FakeVenueServer rest() {
        FakeVenueServer server = new FakeVenueServer();
        server.answer("/api/v5/public/instruments", _ -> Answer.json("""
                {"code":"0","msg":"","data":[{"instType":"SWAP","instId":"BTC-USDT-SWAP","instFamily":"BTC-USDT",
                 "ctType":"linear","ctVal":"0.01","ctMult":"1","ctValCcy":"BTC","settleCcy":"USDT","state":"live"}]}"""));
        server.answer("/futures/usdt/contracts", _ -> Answer.json("""
                [{"name":"BTC_USDT","type":"direct","quanto_multiplier":"0.0001","status":"trading"}]"""));
        server.answer("/futures/btc/contracts", _ -> Answer.json("""
                [{"name":"BTC_USD","type":"inverse","quanto_multiplier":"0","status":"trading"}]"""));
        server.answer("/instrument/active", _ -> Answer.json("""
                [{"symbol":"XBTUSD","typ":"FFWCSX","state":"Open","underlying":"XBT","quoteCurrency":"USD",
                  "settlCurrency":"XBt","multiplier":-100000000,"underlyingToSettleMultiplier":-100000000,
                  "isQuanto":false,"isInverse":true}]"""));
        return server;
    }
}
