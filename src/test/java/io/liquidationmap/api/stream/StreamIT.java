package io.liquidationmap.api.stream;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.liquidationmap.api.ApiDescription;
import io.liquidationmap.api.ApiProperties;
import io.liquidationmap.api.liquidations.LiveQuestion;
import io.liquidationmap.api.representation.JsonWriter;
import io.liquidationmap.api.stream.FollowingClient.Event;
import io.liquidationmap.api.stream.StreamRequest.Topic;
import io.liquidationmap.history.BarHistory;
import io.liquidationmap.history.InstrumentCatalog;
import io.liquidationmap.history.InstrumentCatalog.KnownVenue;
import io.liquidationmap.history.LiquidationLog;
import io.liquidationmap.history.LiquidationLog.Coverage;
import io.liquidationmap.maps.Imbalances;
import io.liquidationmap.maps.LiquidationMaps;
import io.liquidationmap.maps.MarketQuery;
import io.liquidationmap.maps.Model;
import io.liquidationmap.maps.PriceWindow;
import io.liquidationmap.maps.RecentLiquidations;
import io.liquidationmap.market.Bar;
import io.liquidationmap.market.Candle;
import io.liquidationmap.market.Completeness;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.Liquidation;
import io.liquidationmap.market.PriceKind;
import io.liquidationmap.market.Range;
import io.liquidationmap.market.Side;
import io.liquidationmap.testing.EmptyTables;
import io.liquidationmap.testing.FreshDatabase;
import io.liquidationmap.testing.SettableClock;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.micrometer.metrics.test.autoconfigure.AutoConfigureMetrics;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import tools.jackson.databind.JsonNode;

/// The event stream over a real web server and a real database; the test itself says when to look for news.
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "liquidationmap.ingestion.enabled=false",
            "liquidationmap.maps.listing-age=0s",
            "liquidationmap.api.stream.poll=1d",
            "liquidationmap.api.stream.heartbeat=1d",
            "liquidationmap.api.stream.backlog=8",
            "liquidationmap.api.stream.max-clients=200"
        })
@AutoConfigureMetrics
@FreshDatabase
@ExtendWith(EmptyTables.class)
class StreamIT {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int HOURS = 24 * 40;
    private static final String WINDOW = "minPrice=30000&maxPrice=90000&buckets=40";
    private static final int MOST_CLIENTS = 200;

    private static int instruments;

    /// A new one for each test: what the service holds of a series outlives the emptied tables.
    private final InstrumentId btc = InstrumentId.of("binance", "BTCUSDT-S" + instruments++);

    private final List<FollowingClient> clients = new ArrayList<>();
    private int hours;

    @Autowired
    private InstrumentCatalog catalog;

    @Autowired
    private BarHistory history;

    @Autowired
    private LiquidationLog log;

    @Autowired
    private SettableClock clock;

    @Autowired
    private Broadcast broadcast;

    @Autowired
    private MeterRegistry registry;

    @Autowired
    private LiquidationMaps maps;

    @Autowired
    private Imbalances imbalances;

    @Autowired
    private RecentLiquidations liquidations;

    @Autowired
    private JsonWriter json;

    @Autowired
    private ApiProperties properties;

    @LocalServerPort
    private int port;

    @BeforeEach
    void listInstrument() {
        catalog.register(new KnownVenue(btc.venue(), false));
        catalog.register(new Instrument(btc, "BTC", "USDT", ContractType.LINEAR));
        store(0, HOURS);
    }

    @AfterEach
    void hangUp() {
        clients.forEach(FollowingClient::close);
        broadcast.end();
        broadcast.begin();
        await(() -> following() == 0);
    }

    @Test
    void client_isToldThePresentState_withIdsAndARetryHint() throws Exception {
        FollowingClient client = follow("range=30d&" + WINDOW, null);

        assertThat(client.response().statusCode()).isEqualTo(200);
        assertThat(client.response().headers().firstValue("Content-Type")).hasValue("text/event-stream;charset=UTF-8");
        assertThat(client.response().headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(client.next()).isEqualTo(new Event("", "retry", "retry: 3000"));
        List<Event> events = client.next(3);
        assertThat(events).extracting(Event::kind).containsExactly("price", "map", "imbalance");
        assertThat(events)
                .extracting(Event::id)
                .doesNotHaveDuplicates()
                .allMatch(id -> Position.parse(id).isPresent());
        Event price = events.getFirst();
        Event map = events.get(1);
        Event imbalance = events.getLast();
        assertThat(price.<String>field("symbol")).isEqualTo("BTC");
        assertThat(price.<String>field("time")).isEqualTo(end(HOURS).toString());
        assertThat(price.<Long>field("timeMs")).isEqualTo(end(HOURS).toEpochMilli());
        assertThat(map.<Boolean>field("complete")).isTrue();
        String asked = get("/api/liquidations?range=30d&" + WINDOW);
        for (String field :
                List.of("symbol", "range", "model", "venues", "asOf", "asOfMs", "price", "buckets", "totals")) {
            assertThat(map.<Object>field(field)).as(field).isEqualTo(JsonPath.read(asked, "$." + field));
        }
        for (String field : List.of("symbol", "range", "model", "venues", "asOf", "asOfMs", "price", "simulated")) {
            assertThat(imbalance.<Object>field(field)).as(field).isEqualTo(JsonPath.read(asked, "$." + field));
        }
        assertThat(map.<String>field("inputHash")).isEqualTo(JsonPath.read(asked, "$.method.inputHash"));
        assertThat(imbalance.<Object>field("imbalance")).isEqualTo(JsonPath.read(asked, "$.imbalance"));
        assertThat(imbalance.<String>field("label"))
                .isEqualTo(JsonPath.read(get("/api/imbalance?range=30d"), "$.imbalance[2].label"));
    }

    /// The first map of a client has all buckets, the second what has changed.
    @Test
    void everyEvent_isAsDescribed() throws Exception {
        ApiDescription description = ApiDescription.of(get("/v3/api-docs"));
        JsonNode schema =
                description.operation("/api/stream", "get").at("/responses/200/content/text~1event-stream/schema");
        FollowingClient client = follow(WINDOW, null);
        List<Event> events = new ArrayList<>(client.next(3));
        store(HOURS, HOURS + 1);
        storeLiquidations(1, 2);
        look();
        events.addAll(client.next(4));

        assertThat(events)
                .extracting(Event::kind)
                .containsExactlyInAnyOrder("price", "map", "imbalance", "price", "map", "imbalance", "liquidation");
        assertThat(events)
                .allSatisfy(event ->
                        assertThat(description.mistakes(schema, event.data())).isEmpty());
        assertThat(description.mistakes(schema, "{}")).isNotEmpty();
    }

    /// Applying what changed to what was there gives what would be answered to whoever asks now.
    @Test
    void changes_addUpToTheMap() throws Exception {
        FollowingClient client = follow("events=price,map&" + WINDOW, null);
        Map<Double, Map<String, Object>> held = new TreeMap<>();
        apply(client.next("map"), held);

        for (int hour = HOURS; hour < HOURS + 5; hour++) {
            store(hour, hour + 1);
            look();
            assertThat(client.next("price").<String>field("time"))
                    .isEqualTo(end(hour + 1).toString());
            Event changes = client.next("map");
            assertThat(changes.<Boolean>field("complete")).isFalse();
            apply(changes, held);
            List<Map<String, Object>> buckets = JsonPath.read(get("/api/liquidations?" + WINDOW), "$.buckets");
            assertThat(held.values().stream().filter(bucket -> number(bucket, "low") < number(bucket, "high")))
                    .containsExactlyElementsOf(buckets);
        }
    }

    @Test
    void windowAroundThePrice_movesInSteps_andThenAllBucketsCome() throws Exception {
        FollowingClient client = follow("events=map&spanPct=2&buckets=20", null);
        Event first = client.next("map");
        Map<Boolean, Double> lowest = new LinkedHashMap<>();
        double low = first.<List<Number>>field("buckets[*].low").getFirst().doubleValue();

        for (int hour = HOURS; hour < HOURS + 40 && lowest.size() < 2; hour++) {
            store(hour, hour + 1);
            look();
            Event map = client.next("map");
            boolean complete = map.field("complete");
            double price = map.<Number>field("price").doubleValue();
            double now = map.<List<Number>>field("buckets[*].low").getFirst().doubleValue();
            lowest.putIfAbsent(complete, now);
            if (complete) {
                assertThat(now).isNotEqualTo(low).isBetween(price * 0.979, price * 0.981);
                low = now;
            } else {
                assertThat(now).isGreaterThanOrEqualTo(low);
            }
        }

        assertThat(lowest).as("both kinds were seen").hasSize(2);
    }

    @Test
    void liquidations_areToldOnceEach_withWhatTheirFeedTells() throws Exception {
        storeLiquidations(0, 1);
        FollowingClient client = follow("events=liquidation", null);
        client.next("retry");

        storeLiquidations(1, 3);
        look();
        storeLiquidations(3, 4);
        look();

        List<Event> events = client.next(3);
        assertThat(events)
                .extracting(event -> event.<Number>field("coins").doubleValue())
                .containsExactly(1.0, 2.0, 3.0);
        Event event = events.getFirst();
        assertThat(event.data())
                .matches("\\{\"number\":\\d+,.*")
                .endsWith(",\"venue\":\"binance\",\"instrument\":\"" + btc.symbol()
                        + "\",\"side\":\"long\",\"price\":60000,\"usd\":60000,\"coins\":1,\"time\":\""
                        + time(1) + "\",\"timeMs\":" + time(1).toEpochMilli()
                        + ",\"completeness\":\"throttled\"}");
    }

    @Test
    void liquidationStoredLate_isTold() throws Exception {
        FollowingClient client = follow("events=liquidation", null);
        storeLiquidations(5, 6);
        look();
        storeLiquidations(1, 2);
        look();

        List<Event> told = client.next(2);
        assertThat(told)
                .extracting(event -> event.<Number>field("coins").intValue())
                .containsExactly(5, 1);
        assertThat(told)
                .extracting(event -> event.<Number>field("number").longValue())
                .isSorted();
    }

    @Test
    void liquidationStoredLate_isToldToWhoeverWasAway_byAnInstanceThatWasNotThere() throws Exception {
        FollowingClient client = follow("events=price,map,liquidation&" + WINDOW, null);
        client.next(2);
        storeLiquidations(5, 6);
        look();
        String last = client.next(1).getFirst().id();
        storeLiquidations(1, 2);
        clock.set(clock.instant().plus(Duration.ofHours(3)));

        List<String> told = frames(anotherInstance().open(request(last)));

        assertThat(told).extracting(StreamIT::kind).endsWith("liquidation").doesNotContain("gap");
        assertThat(told.getLast()).contains("\"coins\":1,");
        assertThat(frames(anotherInstance().open(request(id(told.getLast()))))).isEmpty();
    }

    @Test
    void moreThanIsToldAtOnce_isAGap_thatSaysWhatIsMissing() throws Exception {
        int tooMany = 3;
        FollowingClient client = follow("events=price,map,liquidation&" + WINDOW, null);
        String last = client.next(2).getLast().id();

        storeLiquidations(0, Tape.MOST_AT_ONCE + tooMany);
        look();

        List<Event> events = client.next(1 + Tape.MOST_AT_ONCE);
        Event gap = events.getFirst();
        assertThat(gap.kind()).isEqualTo("gap");
        assertThat(gap.data())
                .isEqualTo("{\"from\":\"%s\",\"fromMs\":%d,\"to\":\"%s\",\"toMs\":%d}"
                        .formatted(
                                time(0), time(0).toEpochMilli(),
                                time(tooMany - 1), time(tooMany - 1).toEpochMilli()));
        List<String> told = frames(anotherInstance().open(request(last)));
        assertThat(told.getFirst()).contains("event: gap\n").contains(gap.data());
        assertThat(told)
                .extracting(StreamIT::id)
                .isEqualTo(events.stream().map(Event::id).toList());
        assertThat(frames(anotherInstance().open(request(gap.id()))))
                .as("not told again")
                .hasSize(Tape.MOST_AT_ONCE)
                .allMatch(frame -> kind(frame).equals("liquidation"));
    }

    @Test
    void whoseIdIsFromElsewhere_isToldThatSomethingMayBeMissing() throws Exception {
        storeLiquidations(1, 2);
        String query = "events=liquidation&" + WINDOW;

        for (String id : List.of("-.-.-.1782114300000-00112233aabb", "-.-.-.123456789012345678", "42")) {
            Event gap = follow(query, id).next(1).getFirst();
            assertThat(gap.kind()).isEqualTo("gap");
            assertThat(gap.<@Nullable Object>field("from")).isNull();
            assertThat(gap.<String>field("to")).isEqualTo(clock.instant().toString());
        }
        FollowingClient client = follow("events=price&" + WINDOW, "42");
        assertThat(client.next(1).getFirst().kind()).isEqualTo("price");
    }

    @Test
    void returningClient_isToldWhatItMissed_fromMemory() throws Exception {
        FollowingClient other = follow("events=price,map,liquidation&" + WINDOW, null);
        FollowingClient client = follow("events=price,map,liquidation&" + WINDOW, null);
        other.next(2);
        String last = client.next(2).getLast().id();
        client.close();
        List<Event> told = new ArrayList<>();
        for (int hour = HOURS; hour < HOURS + 2; hour++) {
            store(hour, hour + 1);
            look();
            told.addAll(other.next(2));
        }
        storeLiquidations(1, 3);
        look();
        told.addAll(other.next(2));

        assertThat(follow("events=price,map,liquidation&" + WINDOW, last).next(6))
                .isEqualTo(told);
        assertThat(follow("events=price,map,liquidation&" + WINDOW + "&lastEventId=" + last, null)
                        .next(6))
                .isEqualTo(told);
        assertThat(follow(
                                "events=price,map,liquidation&" + WINDOW + "&lastEventId=" + last,
                                told.get(3).id())
                        .next(2))
                .as("the header wins")
                .isEqualTo(told.subList(4, 6));
    }

    @Test
    void returningClient_isToldWhatItMissed_byAnInstanceThatWasNotThere() throws Exception {
        FollowingClient client = follow("events=price,map,liquidation&" + WINDOW, null);
        client.next(2);
        storeLiquidations(1, 2);
        look();
        String last = client.next(1).getFirst().id();
        storeLiquidations(2, 4);

        Broadcast other = anotherInstance();
        assertThat(frames(other.open(request(last))))
                .extracting(StreamIT::kind)
                .containsExactly("liquidation", "liquidation");

        store(HOURS, HOURS + 1);
        List<String> told = frames(anotherInstance().open(request(last)));
        assertThat(told).extracting(StreamIT::kind).containsExactly("price", "map", "liquidation", "liquidation");
        assertThat(told.get(1)).contains("\"complete\":true");
        assertThat(told.getLast()).contains("\"coins\":3,");
        assertThat(frames(anotherInstance().open(request(id(told.getLast()))))).isEmpty();
    }

    @Test
    void cascade_isToldWhole_toWhoeverReads() throws Exception {
        int cascade = 500;
        FollowingClient client = follow("events=price,map,liquidation&" + WINDOW, null);
        String last = client.next(2).getLast().id();

        storeLiquidations(0, cascade);
        store(HOURS, HOURS + 1);
        look();
        broadcast.beat();
        FollowingClient returning = follow("events=price,map,liquidation&" + WINDOW, last);
        store(HOURS + 1, HOURS + 2);
        look();

        for (FollowingClient each : List.of(client, returning)) {
            List<Event> told = each.next(cascade + 4);
            assertThat(told)
                    .filteredOn(event -> event.kind().equals("liquidation"))
                    .hasSize(cascade);
            assertThat(told).extracting(Event::id).doesNotHaveDuplicates();
        }
    }

    @Test
    void heartbeat_isAComment() throws Exception {
        FollowingClient client = follow("events=price", null);
        client.next(1);

        broadcast.beat();

        assertThat(client.next()).isEqualTo(new Event("", ":", ":"));
    }

    @Test
    void clientThatHangsUp_isNoticedByTheHeartbeat() throws Exception {
        FollowingClient client = follow("events=price", null);
        client.next(1);
        assertThat(following()).isEqualTo(1);

        client.close();

        await(() -> {
            broadcast.beat();
            return following() == 0;
        });
    }

    @Test
    void clientThatDoesNotRead_isDropped_andOthersReceiveEverything() throws Exception {
        String query = "events=map&minPrice=30000&maxPrice=90000&buckets=2000";
        double dropped =
                registry.get("liquidationmap.api.stream.dropped").counter().count();
        FollowingClient client = follow(query, null);
        client.next(1);
        try (Socket deaf = new Socket()) {
            deaf.setReceiveBufferSize(4096);
            deaf.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            deaf.getOutputStream()
                    .write(("GET /api/stream?" + query + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            await(() -> following() == 2);

            int hour = HOURS;
            while (registry.get("liquidationmap.api.stream.dropped").counter().count() == dropped) {
                assertThat(hour).as("given up in time").isLessThan(HOURS + 60);
                store(hour, ++hour);
                look();
                assertThat(client.next("map").<String>field("asOf"))
                        .isEqualTo(end(hour).toString());
            }
        }
    }

    @Test
    void everyClient_receivesEveryEvent_andNoMoreAreTakenIn() throws Exception {
        List<FollowingClient> all = new ArrayList<>();
        for (int i = 0; i < MOST_CLIENTS; i++) {
            all.add(follow("events=price,map,liquidation&" + WINDOW, null));
        }
        for (FollowingClient client : all) {
            client.next(2);
        }
        FollowingClient refused = follow("events=price", null);

        store(HOURS, HOURS + 1);
        look();
        List<Event> told = new ArrayList<>(all.getFirst().next(2));
        storeLiquidations(1, 2);
        look();

        told.addAll(all.getFirst().next(1));
        assertThat(told).extracting(Event::kind).containsExactly("price", "map", "liquidation");
        for (FollowingClient client : all.subList(1, MOST_CLIENTS)) {
            assertThat(client.next(3)).isEqualTo(told);
        }
        assertThat(refused.response().statusCode()).isEqualTo(429);
        assertThat(refused.response().headers().firstValue("Retry-After")).isPresent();
        assertThat(refused.response().headers().firstValue("Content-Type")).hasValue("application/problem+json");
        all.getFirst().close();
        await(() -> {
            broadcast.beat();
            return following() < MOST_CLIENTS;
        });
        assertThat(follow("events=price", null).response().statusCode()).isEqualTo(200);
    }

    @Test
    void end_endsEveryStream() throws Exception {
        FollowingClient client = follow("events=price", null);
        client.next(1);

        broadcast.end();

        assertThat(client.next().kind()).isEqualTo("end");
        assertThat(follow("events=price", null).next("end")).isNotNull();
    }

    private FollowingClient follow(String query, @Nullable String lastEventId)
            throws IOException, InterruptedException {
        FollowingClient client =
                FollowingClient.open(URI.create("http://localhost:" + port + "/api/stream?" + query), lastEventId);
        clients.add(client);
        return client;
    }

    private String get(String path) throws IOException {
        try (var in = URI.create("http://localhost:" + port + path).toURL().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void look() throws ExecutionException, InterruptedException {
        broadcast.look().get();
    }

    private int following() {
        return (int) registry.get("liquidationmap.api.stream.clients").gauge().value();
    }

    /// Waits for what another thread is about to do.
    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    /// As another process over the same store.
    private Broadcast anotherInstance() {
        StreamMeters meters = new StreamMeters(new SimpleMeterRegistry());
        return new Broadcast(
                new Channels(maps, imbalances, json, meters, properties),
                new Tape(liquidations, json, clock),
                meters,
                properties);
    }

    private static StreamRequest request(String last) {
        MarketQuery market = new MarketQuery("BTC", Set.of(), Range.parse("30d"), null, Model.CONSERVED);
        LiveQuestion question = new LiveQuestion(market, new PriceWindow.Bounds(30_000, 90_000), 40);
        Set<EventKind> events = EnumSet.of(EventKind.PRICE, EventKind.MAP, EventKind.LIQUIDATION);
        return new StreamRequest(
                new Topic(question, events), Position.parse(last).orElseThrow());
    }

    /// What a stream begins with.
    private static List<String> frames(EventStream stream) throws InterruptedException, IOException {
        List<String> frames = new ArrayList<>();
        while (!stream.isDrained()) {
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            requireNonNull(stream.next()).writeTo(text);
            frames.add(text.toString(StandardCharsets.UTF_8));
        }
        return frames;
    }

    private static String id(String frame) {
        return frame.lines().findFirst().orElseThrow().substring("id: ".length());
    }

    private static String kind(String frame) {
        return frame.lines().skip(1).findFirst().orElseThrow().substring("event: ".length());
    }

    private static void apply(Event map, Map<Double, Map<String, Object>> held) {
        if (map.<Boolean>field("complete")) {
            held.clear();
        }
        for (Map<String, Object> bucket : map.<List<Map<String, Object>>>field("buckets")) {
            held.put(number(bucket, "low"), bucket);
        }
    }

    private static double number(Map<String, Object> fields, String name) {
        return ((Number) fields.getOrDefault(name, Double.NaN)).doubleValue();
    }

    private static Instant end(int hours) {
        return START.plus(Duration.ofHours(hours));
    }

    private Instant time(int second) {
        return end(hours).plusSeconds(second);
    }

    private void storeLiquidations(int from, int to) {
        List<Liquidation> events = new ArrayList<>();
        for (int i = from; i < to; i++) {
            events.add(Liquidation.ofCoins(btc, time(i), Side.LONG, 60_000, Math.max(i, 0.5)));
        }
        log.append(events, List.of(new Coverage(btc, end(HOURS - 1), time(to), Completeness.THROTTLED)));
    }

    /// Stores the hours `[from, to)` of one random walk of price and open interest, as another instance would.
    private void store(int from, int to) {
        SplittableRandom random = new SplittableRandom(7);
        List<Bar> bars = new ArrayList<>();
        double price = 60_000;
        double openInterest = 80_000;
        for (int hour = 0; hour < to; hour++) {
            double open = price;
            price *= Math.exp(0.002 * random.nextGaussian());
            double high = Math.max(open, price) * (1 + 0.002 * random.nextDouble());
            double low = Math.min(open, price) * (1 - 0.002 * random.nextDouble());
            openInterest *= Math.exp(0.003 * random.nextGaussian());
            bars.add(Bar.at(end(hour), new Candle(open, high, low, price), PriceKind.MARK)
                    .volume(10_000 + 5_000 * random.nextDouble())
                    .openInterest(openInterest)
                    .build());
        }
        history.write(btc, Interval.ONE_HOUR, bars.subList(from, to));
        hours = to;
        clock.set(end(to));
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class SetTime {

        @Bean
        @Primary
        SettableClock settableClock() {
            return new SettableClock(START);
        }
    }
}
