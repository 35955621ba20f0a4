package io.liquidationmap.ingestion.census;

import static io.liquidationmap.ingestion.hyperliquid.FakeHyperliquid.address;
import static io.liquidationmap.ingestion.hyperliquid.FakeHyperliquid.position;
import static org.assertj.core.api.Assertions.assertThat;

import io.liquidationmap.history.InstrumentCatalog;
import io.liquidationmap.history.InstrumentCatalog.KnownVenue;
import io.liquidationmap.history.PositionCensus;
import io.liquidationmap.history.PositionCensus.SeenPosition;
import io.liquidationmap.history.Retirements;
import io.liquidationmap.ingestion.FakeVenueServer;
import io.liquidationmap.ingestion.FakeVenueServer.Answer;
import io.liquidationmap.ingestion.FakeVenueServer.Request;
import io.liquidationmap.ingestion.MarketDataSource;
import io.liquidationmap.ingestion.RefusedRows;
import io.liquidationmap.ingestion.http.VenueGates;
import io.liquidationmap.ingestion.hyperliquid.FakeHyperliquid;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.MarginMode;
import io.liquidationmap.market.PublicPosition;
import io.liquidationmap.testing.PostgresTest;
import io.liquidationmap.testing.SettableClock;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.imperative.ImperativeHttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.service.HttpServiceClientPropertiesAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration;
import org.springframework.boot.restclient.autoconfigure.service.HttpServiceClientAutoConfiguration;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/// The census over real HTTP and a real database.
@PostgresTest
@ImportAutoConfiguration({
    JacksonAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    HttpClientAutoConfiguration.class,
    ImperativeHttpClientAutoConfiguration.class,
    RestClientAutoConfiguration.class,
    HttpServiceClientPropertiesAutoConfiguration.class,
    HttpServiceClientAutoConfiguration.class
})
@TestPropertySource(properties = "liquidationmap.venues.hyperliquid.enabled=true")
@ExtendWith(OutputCaptureExtension.class)
class CensusIT {

    private static final FakeVenueServer SERVER = new FakeVenueServer();
    private static final List<String> REFUSALS = new CopyOnWriteArrayList<>();
    private static final InstrumentId BTC = InstrumentId.of("hyperliquid", "BTC");
    private static final String ANN = address(1);
    private static final String BOB = address(2);

    /// Windows of the limit are not shared between tests.
    private static Instant start = Instant.parse("2026-03-02T12:00:20Z");

    @Autowired
    DataSource database;

    @Autowired
    InstrumentCatalog catalog;

    @Autowired
    Retirements retirements;

    @Autowired
    PositionCensus census;

    @Autowired
    PositionSource source;

    @Autowired
    MarketDataSource market;

    @Autowired
    SettableClock clock;

    private FakeHyperliquid venue;
    private boolean venueAnswers = true;

    @DynamicPropertySource
    static void venue(DynamicPropertyRegistry registry) {
        registry.add("liquidationmap.venues.hyperliquid.rest-url", SERVER::url);
        registry.add("liquidationmap.venues.hyperliquid.statistics-url", SERVER::url);
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @BeforeEach
    void setScene() {
        start = start.plus(Duration.ofDays(1));
        clock.set(start);
        venue = new FakeHyperliquid(SERVER, clock);
        SERVER.forgetRequests();
        REFUSALS.clear();
        listContract();
    }

    private void listContract() {
        catalog.register(new KnownVenue(BTC.venue(), false));
        catalog.register(new Instrument(BTC, "BTC", "USDC", ContractType.LINEAR));
    }

    @Test
    void accounts_areFoundOnTheLeaderboardAndInTrades_andVisited() {
        venue.list(ANN, "2000000.5");
        venue.list("not an address", "1.0");
        venue.trades("0x" + BOB.substring(2).toUpperCase(Locale.ROOT));
        venue.holds(ANN, position("BTC", "1.5", "isolated", "\"40000.5\"", "75000.0"));
        venue.holds(
                BOB, position("BTC", "-2.0", "cross", "null", "100000.0"), position("DOGE", "9", "cross", "null", "1"));

        CensusInstance instance = instance(100);
        instance.runOnce();
        later(instance, Duration.ofSeconds(10));

        assertThat(held())
                .containsExactlyInAnyOrder(
                        new PublicPosition(BTC, 1.5, 50_000.0, MarginMode.ISOLATED, 20, 40_000.5, 5, 75_000),
                        new PublicPosition(BTC, -2, 50_000.0, MarginMode.CROSS, 20, null, 5, 100_000));
        assertThat(visits()).hasSize(2);
    }

    @Test
    void nobodyIsVisited_beforeTheVenuesListingIsKnown() {
        new JdbcTemplate(database).execute("delete from instrument; delete from venue");
        venue.list(ANN, "1000000");
        venue.holds(ANN, position("BTC", "20", "cross", "null", "1000000"));
        CensusInstance instance = instance(10);
        instance.runOnce();
        later(instance, Duration.ofSeconds(10));
        assertThat(visits()).isEmpty();

        listContract();
        later(instance, Duration.ofSeconds(10));
        assertThat(held()).hasSize(1);
    }

    @Test
    void retiredContracts_areNotAskedForTheirTraders() {
        InstrumentId gone = InstrumentId.of("hyperliquid", "GONE");
        catalog.register(new Instrument(gone, "GONE", "USDC", ContractType.LINEAR));
        retirements.retire(gone, start);

        instance(10).runOnce();
        later(instance(10), Duration.ofSeconds(10));

        assertThat(SERVER.requests("/info"))
                .extracting(Request::body)
                .anyMatch(body -> body.contains("recentTrades"))
                .noneMatch(body -> body.contains("GONE"));
    }

    @Test
    void positions_areFollowed_openedFlippedAndClosed() {
        venue.list(ANN, "1000000");
        CensusInstance instance = instance(100);
        instance.runOnce();
        later(instance, Duration.ofSeconds(10));
        Instant empty = clock.instant();
        assertThat(held()).isEmpty();

        venue.holds(ANN, position("BTC", "20", "cross", "\"40000\"", "1000000"));
        later(instance, Duration.ofHours(12));
        Instant opened = clock.instant();
        venue.holds(ANN, position("BTC", "-20", "cross", "\"60000\"", "1000000"));
        later(instance, Duration.ofMinutes(14));
        assertThat(held())
                .as("its turn has not come")
                .extracting(PublicPosition::coins)
                .containsExactly(20.0);
        later(instance, Duration.ofMinutes(1));
        Instant flipped = clock.instant();
        venue.holds(ANN);
        later(instance, Duration.ofMinutes(15));

        assertThat(held()).isEmpty();
        assertThat(heldAt(flipped)).extracting(PublicPosition::coins).containsExactly(-20.0);
        assertThat(heldAt(opened)).extracting(PublicPosition::coins).containsExactly(20.0);
        assertThat(heldAt(empty)).isEmpty();
    }

    @Test
    void visits_leaveTheLimitToWhatCannotWait() {
        for (int i = 1; i <= 1_000; i++) {
            venue.list(address(i), "1000");
        }
        CensusInstance instance = instance(1_000);
        instance.runOnce();
        later(instance, Duration.ofSeconds(10));

        assertThat(visits())
                .as("of 1,080 of weight, 400 are left; 25 went to trades, 2 go to a visit")
                .hasSize(327);
        for (int i = 0; i < 20; i++) {
            assertThat(market.instruments()).isNotEmpty();
        }
        later(instance, Duration.ofSeconds(49));
        assertThat(visits()).hasSize(327);
        later(instance, Duration.ofSeconds(1));
        assertThat(visits()).as("the next minute").hasSizeBetween(654, 667);
        assertThat(visits()).as("nobody is visited twice before all have been").doesNotHaveDuplicates();
    }

    @Test
    void aRestart_goesOnWhereTheOtherStopped() {
        for (int i = 1; i <= 30; i++) {
            venue.list(address(i), "1000");
        }
        CensusInstance before = instance(20);
        before.runOnce();
        later(before, Duration.ofSeconds(10));
        assertThat(visits()).hasSize(20);

        CensusInstance after = instance(20);
        assertThat(after.scheduled())
                .containsExactly(
                        "census-largest/hyperliquid",
                        "census-latest/hyperliquid",
                        "census-retention/hyperliquid",
                        "census-visits/hyperliquid");
        later(after, Duration.ofSeconds(10));
        later(before, Duration.ZERO);

        assertThat(visits()).hasSize(30).doesNotHaveDuplicates();
        assertThat(SERVER.requests(FakeHyperliquid.LEADERBOARD))
                .as("it is read daily")
                .hasSize(1);
    }

    @Test
    void anAccountTheVenueStumblesOver_isVisitedLater_andTheOthersNow() {
        venue.list(ANN, "1000000");
        venue.list(BOB, "1000");
        venue.holds(BOB, position("BTC", "1", "cross", "null", "50000"));
        CensusInstance instance = instance(10);
        instance.runOnce();
        venue.answerOnce("clearinghouseState", Answer.status(422));
        later(instance, Duration.ofSeconds(10));

        assertThat(visits()).containsExactly(ANN, BOB);
        assertThat(held()).hasSize(1);
        later(instance, Duration.ofSeconds(10));
        assertThat(visits()).hasSize(2);
    }

    @Test
    void positionsAndAccountsThatCannotBe_costOnlyThemselves_andAreCounted() {
        venue.list(ANN, "1000000");
        venue.list("0x12", "1000000");
        venue.holds(
                ANN,
                position("BTC", "0", "cross", "null", "50000"),
                position("BTC", "1", "portfolio", "null", "50000"),
                "{\"type\":\"oneWay\",\"position\":{\"coin\":\"BTC\",\"szi\":\"1\"}}",
                "{\"type\":\"oneWay\",\"position\":null}",
                position("BTC", "1", "cross", "null", "50000"));
        CensusInstance instance = instance(10);
        instance.runOnce();
        later(instance, Duration.ofSeconds(10));

        assertThat(held()).hasSize(1);
        assertThat(REFUSALS)
                .containsExactly(
                        "account 0x12: it is not an address",
                        "position of " + ANN + " in BTC: a position has a size other than zero",
                        "position of " + ANN + " in BTC: no margin mode: portfolio",
                        "position of " + ANN + " in BTC: it does not have a leverage",
                        "position of " + ANN + " in nothing: it does not have a position");
    }

    @Test
    void aLeaderboardThatCannotBeReached_isReportedOnce_unlessTheVenueIs(CapturedOutput output) {
        SERVER.answer(FakeHyperliquid.LEADERBOARD, _ -> Answer.status(500));
        venueAnswers = false;
        CensusInstance instance = instance(10);
        instance.runOnce();
        assertThat(instance.lastError(BTC.venue())).startsWith("census-largest answered 500");
        assertThat(output).doesNotContain("census-largest of hyperliquid fails");

        venueAnswers = true;
        later(instance, Duration.ofMinutes(1));
        later(instance, Duration.ofMinutes(1));
        assertThat(output).containsOnlyOnce("census-largest of hyperliquid fails and is tried again: answered 500");

        venue = new FakeHyperliquid(SERVER, clock);
        later(instance, Duration.ofMinutes(1));
        later(instance, Duration.ofMinutes(1));
        assertThat(output).containsOnlyOnce("census-largest of hyperliquid goes on");
    }

    @Test
    void aVenueThatTurnsAway_isLeftAlone() {
        venue.list(ANN, "1000000");
        CensusInstance instance = instance(10);
        instance.runOnce();
        venue.answerOnce("clearinghouseState", Answer.status(429).with("Retry-After", "20"));
        later(instance, Duration.ofSeconds(10));
        later(instance, Duration.ofSeconds(19));
        assertThat(visits()).hasSize(1);

        later(instance, Duration.ofSeconds(1));
        assertThat(visits()).hasSize(2);
    }

    @Test
    void truncatedAnswers_endAPortion_andLoseNothing() {
        venue.list(ANN, "1000000");
        venue.holds(ANN, position("BTC", "1", "cross", "null", "1000000"));
        CensusInstance instance = instance(10);
        instance.runOnce();
        later(instance, Duration.ofSeconds(10));
        venue.answer("clearinghouseState", () -> Answer.json("{\"assetPositions\":[{\"position\":{\"coin\":\"BT"));
        later(instance, Duration.ofMinutes(15));

        assertThat(held()).extracting(PublicPosition::coins).containsExactly(1.0);
    }

    @Test
    void oldPositions_areRemoved() {
        venue.list(ANN, "1000000");
        venue.holds(ANN, position("BTC", "1", "cross", "null", "1000000"));
        CensusInstance instance = instance(10);
        instance.runOnce();
        later(instance, Duration.ofSeconds(10));
        assertThat(census.firstSeen(BTC)).contains(clock.instant());

        later(instance, Duration.ofHours(25));
        assertThat(census.firstSeen(BTC))
                .hasValueSatisfying(first -> assertThat(first).isAfter(start.plus(Duration.ofDays(1))));
    }

    private CensusInstance instance(int visits) {
        return new CensusInstance(database, census, catalog, retirements, source, visits, _ -> venueAnswers, clock);
    }

    private void later(CensusInstance instance, Duration duration) {
        clock.advance(duration);
        instance.runOnce();
    }

    private List<PublicPosition> held() {
        return heldAt(clock.instant());
    }

    private List<PublicPosition> heldAt(Instant asOf) {
        return census.positions(BTC, Instant.EPOCH, asOf).stream()
                .map(SeenPosition::position)
                .toList();
    }

    /// The accounts that were asked for, in order.
    private static List<String> visits() {
        return SERVER.requests(FakeHyperliquid.INFO).stream()
                .filter(request -> FakeHyperliquid.type(request).equals("clearinghouseState"))
                .map(request -> request.body().replaceAll(".*\"user\":\"([^\"]*)\".*", "$1"))
                .toList();
    }

    @TestConfiguration(proxyBeanMethods = false)
    @Import(VenueGates.class)
    @ComponentScan(
            basePackages = "io.liquidationmap.ingestion.hyperliquid",
            excludeFilters = @Filter(type = FilterType.REGEX, pattern = ".*Test|.*IT"))
    static class Venue {

        @Bean
        MeterRegistry registry() {
            return new SimpleMeterRegistry();
        }

        @Bean
        RefusedRows refused() {
            return (venue, subject, reason) -> REFUSALS.add(subject + ": " + reason);
        }
    }
}
