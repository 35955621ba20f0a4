package io.liquidationmap.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.jayway.jsonpath.JsonPath;
import io.liquidationmap.history.BarHistory;
import io.liquidationmap.history.CountedVenues;
import io.liquidationmap.history.InstrumentCatalog;
import io.liquidationmap.history.InstrumentCatalog.KnownVenue;
import io.liquidationmap.history.PositionCensus;
import io.liquidationmap.history.PositionCensus.DueAccount;
import io.liquidationmap.history.PositionCensus.Sighting;
import io.liquidationmap.market.Bar;
import io.liquidationmap.market.Candle;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.MarginMode;
import io.liquidationmap.market.PriceKind;
import io.liquidationmap.market.PublicPosition;
import io.liquidationmap.market.Venue;
import io.liquidationmap.testing.AskingOnce;
import io.liquidationmap.testing.EmptyTables;
import io.liquidationmap.testing.FreshDatabase;
import io.liquidationmap.testing.SettableClock;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.web.servlet.client.ExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;

/// Known positions, from the database to the client.
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "liquidationmap.ingestion.enabled=false",
            "liquidationmap.maps.listing-age=0s"
        })
@Import(AskingOnce.class)
@FreshDatabase
@ExtendWith(EmptyTables.class)
class ExactIT {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int HOURS = 60;
    private static final Instant END = START.plus(Duration.ofHours(HOURS));
    private static final Duration HOUR = Duration.ofHours(1);
    private static final double OPEN_INTEREST = 80;

    private static int instruments;
    private static volatile Set<Venue> counted = Set.of();

    /// A new one for each test: what the service holds of a series outlives the emptied tables.
    private final InstrumentId btc = InstrumentId.of("open", "BTC-" + instruments++);

    @Autowired
    private RestTestClient client;

    @Autowired
    private InstrumentCatalog catalog;

    @Autowired
    private BarHistory history;

    @Autowired
    private PositionCensus census;

    @Autowired
    private SettableClock clock;

    @BeforeEach
    void trade() {
        clock.set(END);
        counted = Set.of(btc.venue());
        list(btc);
        history.write(btc, Interval.ONE_HOUR, bars());
    }

    @Test
    void knownPositions_areOnTheMap_withTheirShareOfOpenInterestAndAge() {
        visit("a", END.minus(HOUR), position(2, 45_000.0));
        visit("b", END.minus(HOUR.multipliedBy(2)), position(6, null));
        visit("c", END.minus(HOUR.multipliedBy(3)), position(-4, 55_000.0));
        visit("d", END.minus(HOUR), position(-8, 49_000.0));
        visit("gone", END.minus(HOUR.multipliedBy(25)), position(50, 48_000.0));

        String map = text(get("/api/liquidations/exact?symbol=BTC&spanPct=20&buckets=10", 200));

        assertThat(number(map, "$.price")).isEqualTo(50_000);
        assertThat(JsonPath.<String>read(map, "$.asOf")).isEqualTo(END.toString());
        assertThat(usdOfBucketAt(map, 45_000)).isEqualTo(100_000);
        assertThat(usdOfBucketAt(map, 55_000)).isEqualTo(200_000);
        assertThat(number(map, "$.totals.downUsd")).isEqualTo(100_000);
        assertThat(number(map, "$.sides[0].openInterestUsd")).isCloseTo(OPEN_INTEREST * 50_000, within(1e-3));
        assertThat(number(map, "$.sides[0].knownUsd")).isEqualTo(400_000);
        assertThat(number(map, "$.sides[0].unreachableUsd")).isEqualTo(300_000);
        assertThat(number(map, "$.sides[0].knownShare")).isCloseTo(0.1, within(1e-9));
        assertThat(number(map, "$.sides[0].medianAgeSeconds")).isEqualTo(7_200);
        assertThat(number(map, "$.sides[1].passedUsd")).isEqualTo(400_000);
        assertThat(number(map, "$.sides[1].positions")).isEqualTo(2);
        assertThat(number(map, "$.sides[1].largestAgeSeconds")).isEqualTo(10_800);
        assertThat(number(map, "$.modelled.distances[1].factorError")).isGreaterThanOrEqualTo(1);
        assertThat(number(map, "$.modelled.distances[1].sides[0].knownUsd")).isEqualTo(100_000);
        assertThat(number(map, "$.modelled.distances[1].sides[0].modelledUsd")).isPositive();
    }

    @Test
    void theScoreboard_saysHowFarTheModelIsFromKnownPositions() {
        visit("a", END.minus(HOUR), position(2, 45_000.0));
        visit("b", END.minus(HOUR), position(-4, 55_000.0));

        String map = text(get("/api/liquidations/exact?symbol=BTC", 200));
        String scoreboard = text(get("/api/accuracy", 200));

        assertThat(JsonPath.<List<String>>read(scoreboard, "$.known[*].symbol")).containsExactly("BTC");
        assertThat(number(scoreboard, "$.known[0].knownShareLong")).isEqualTo(number(map, "$.sides[0].knownShare"));
        assertThat(number(scoreboard, "$.known[0].distances[2].factorError"))
                .isEqualTo(number(map, "$.modelled.distances[2].factorError"))
                .isGreaterThanOrEqualTo(1);
    }

    @Test
    void anAnswerOfThePast_isAsItWasThen() {
        visit("a", END.minus(HOUR.multipliedBy(5)), position(2, 45_000.0));
        String uri = "/api/liquidations/exact?asOf=" + END.minus(HOUR.multipliedBy(4));
        ExchangeResult before = get(uri, 200);

        visit("a", END.minus(HOUR), position(-7, 60_000.0));
        visit("b", END.minus(HOUR), position(1, 40_000.0));
        ExchangeResult after = get(uri, 200);

        assertThat(after.getResponseBodyContent()).isEqualTo(before.getResponseBodyContent());
        assertThat(after.getResponseHeaders().getETag())
                .isEqualTo(before.getResponseHeaders().getETag());
    }

    @Test
    void aTable_hasARowForEveryBucket() {
        visit("a", END.minus(HOUR), position(2, 45_000.0));

        assertThat(text(get("/api/liquidations/exact?format=csv&buckets=50", 200))
                        .lines())
                .hasSize(51)
                .first()
                .asString()
                .contains("known_share_of_side", "liquidated_usd");
    }

    @Test
    void beforeTheFirstVisit_nothingIsCovered() {
        visit("a", END.minus(HOUR), position(2, 45_000.0));

        String problem = text(get("/api/liquidations/exact?asOf=" + END.minus(HOUR.multipliedBy(9)), 422));

        assertThat(JsonPath.<String>read(problem, "$.code")).isEqualTo("not-covered");
        assertThat(JsonPath.<String>read(problem, "$.errors[0].message")).contains("the first position that was seen");
        assertThat(JsonPath.<String>read(problem, "$.errors[0].allowed"))
                .startsWith(END.minus(HOUR).toString());
    }

    @Test
    void whileAVenueIsExpectedOfWhichNothingIsKnown_thereIsNoDataYet() {
        counted = Set.of(new Venue("coming"));

        assertThat(text(get("/api/liquidations/exact", 503))).contains("no account of coming is known yet");
    }

    @Test
    void withoutAnyAccountOfAVenueThatListsIt_thereIsNoDataYet() {
        counted = Set.of(btc.venue());

        assertThat(text(get("/api/liquidations/exact", 503))).contains("no account of open is known yet");
    }

    /// Coming back would not help.
    @Test
    void whereNobodyCounts_thereIsNone() {
        counted = Set.of();

        ExchangeResult none = get("/api/liquidations/exact", 404);

        assertThat(JsonPath.<String>read(text(none), "$.errors[0].message"))
                .isEqualTo("is not listed at a venue whose accounts are public; such are none of the venues of this"
                        + " service");
        assertThat(none.getResponseHeaders().containsHeader("Retry-After")).isFalse();
    }

    @Test
    void withoutAnyPosition_thereIsNoDataYet() {
        census.learn(btc.venue(), List.of(new Sighting("a", HOUR)), END.minus(HOUR));

        assertThat(text(get("/api/liquidations/exact", 503)))
                .contains("no position in " + btc + " was seen in the day");
    }

    @Test
    void aVenueWithoutPublicAccounts_hasNone() {
        visit("a", END.minus(HOUR), position(2, 45_000.0));
        InstrumentId hidden = InstrumentId.of("hidden", "ETHUSDT-" + instruments++);
        catalog.register(new KnownVenue(hidden.venue(), false));
        catalog.register(new Instrument(hidden, "ETH", "USDT", ContractType.LINEAR));
        history.write(hidden, Interval.ONE_HOUR, bars());

        String problem = text(get("/api/liquidations/exact?symbol=ETH", 404));

        assertThat(JsonPath.<String>read(problem, "$.errors[0].message"))
                .isEqualTo("is not listed at a venue whose accounts are public; such are open");
    }

    @Test
    void anUnknownSymbol_isNotFound() {
        visit("a", END.minus(HOUR), position(2, 45_000.0));

        assertThat(text(get("/api/liquidations/exact?symbol=NOPE", 404))).contains("\"code\":\"unknown-symbol\"");
    }

    private void list(InstrumentId id) {
        catalog.register(new KnownVenue(id.venue(), false));
        catalog.register(new Instrument(id, "BTC", "USDC", ContractType.LINEAR));
    }

    private void visit(String name, Instant at, PublicPosition... positions) {
        census.learn(btc.venue(), List.of(new Sighting(name, HOUR)), at);
        DueAccount account = census.due(btc.venue(), END.plus(HOUR.multipliedBy(100)), 100).stream()
                .filter(due -> due.name().equals(name))
                .findFirst()
                .orElseThrow();
        census.record(account, at, List.of(positions), HOUR);
    }

    private PublicPosition position(double coins, @Nullable Double liquidationPrice) {
        return new PublicPosition(
                btc, coins, 50_000.0, MarginMode.CROSS, 10, liquidationPrice, 100, Math.abs(coins) * 50_000);
    }

    private static List<Bar> bars() {
        List<Bar> bars = new ArrayList<>();
        for (int hour = 0; hour < HOURS; hour++) {
            bars.add(Bar.at(
                            START.plus(Duration.ofHours(hour)),
                            new Candle(50_000, 50_400, 49_600, 50_000),
                            PriceKind.LAST)
                    .volume(100.0)
                    .openInterest(OPEN_INTEREST)
                    .build());
        }
        return bars;
    }

    private static double usdOfBucketAt(String map, double price) {
        List<Number> usd =
                JsonPath.read(map, "$.buckets[?(@.low <= " + price + " && @.high >= " + price + " && @.usd > 0)].usd");
        return usd.stream().mapToDouble(Number::doubleValue).sum();
    }

    private static double number(String json, String path) {
        return JsonPath.<Number>read(json, path).doubleValue();
    }

    private ExchangeResult get(String uri, int status) {
        return client.get()
                .uri(URI.create(uri))
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .returnResult();
    }

    private static String text(ExchangeResult result) {
        return new String(result.getResponseBodyContent(), StandardCharsets.UTF_8);
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class FixedTime {

        @Bean
        @Primary
        CountedVenues countedVenues() {
            return () -> counted;
        }

        @Bean
        @Primary
        SettableClock settableClock() {
            return new SettableClock(END);
        }
    }
}
