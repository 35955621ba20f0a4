package io.liquidationmap.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.liquidationmap.history.Cooldowns;
import io.liquidationmap.history.InMemoryCooldowns;
import io.liquidationmap.ingestion.FakeVenueServer.Answer;
import io.liquidationmap.ingestion.http.Pause;
import io.liquidationmap.ingestion.http.VenueGates;
import io.liquidationmap.market.Bar;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.Interval;
import io.liquidationmap.testing.SettableClock;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.imperative.ImperativeHttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.service.HttpServiceClientPropertiesAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration;
import org.springframework.boot.restclient.autoconfigure.service.HttpServiceClientAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.resilience.annotation.EnableResilientMethods;

/// What any venue may do to its adapter, over real HTTP, and what the adapter must make of it.
public abstract class MarketDataSourceContract {

    protected static final Interval FIVE_MINUTES = Interval.FIVE_MINUTES;
    protected static final Instant NOON = Instant.parse("2026-08-10T12:00:00Z");

    protected final SettableClock clock = new SettableClock(Instant.parse("2026-08-10T12:00:20Z"));
    protected final FakeVenueServer server = new FakeVenueServer();
    private final List<String> refusals = new CopyOnWriteArrayList<>();
    private final RefusedRows refused =
            (venue, subject, reason) -> refusals.add(venue + ": " + subject + ": " + reason);
    private final VenueHealth health = new VenueHealth(clock);
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Class<?> configuration;
    private final Instrument instrument;
    private final String listingPath;
    private final String candlesPath;

    /// @param configuration of the venue's package
    /// @param instrument any contract of the venue
    /// @param listingPath what is asked for [MarketDataSource#instruments] first
    /// @param candlesPath what is asked for [MarketDataSource#bars]
    protected MarketDataSourceContract(
            Class<?> configuration, Instrument instrument, String listingPath, String candlesPath) {
        this.configuration = configuration;
        this.instrument = instrument;
        this.listingPath = listingPath;
        this.candlesPath = candlesPath;
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aVenueThatIsNotEnabled_isNotThere() {
        runner().withPropertyValues("liquidationmap.venues." + instrument.venue() + ".enabled=false")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(MarketDataSource.class));
    }

    @Test
    void bars_neverIncludeOneThatIsOpen() {
        run(source -> {
            Instant from = NOON.minus(Duration.ofMinutes(10));
            assertThat(source.bars(instrument, FIVE_MINUTES, from, NOON.plus(Duration.ofHours(1)))
                            .bars())
                    .hasSize(2)
                    .last()
                    .satisfies(bar -> assertThat(bar.openTime()).isEqualTo(NOON.minus(Duration.ofMinutes(5))));
            assertThat(source.bars(instrument, FIVE_MINUTES, NOON, NOON.plus(Duration.ofHours(1)))
                            .bars())
                    .isEmpty();
        });
    }

    @Test
    void newestBars_areThoseThatHaveEnded_withTheirPricesAndVolumes() {
        run(source -> {
            Instant from = NOON.minus(Duration.ofMinutes(15));
            List<Bar> newest = source.newestBars(instrument, FIVE_MINUTES, from, NOON.plus(Duration.ofMinutes(5)))
                    .bars();
            assertThat(newest)
                    .usingRecursiveFieldByFieldElementComparatorOnFields(
                            "openTime", "price", "priceKind", "vwap", "volume")
                    .isEqualTo(source.bars(instrument, FIVE_MINUTES, from, NOON).bars())
                    .hasSize(3);
        });
    }

    @Test
    void newestBars_takeTwoRequests_whereTheLimitsAreTight() {
        run(source -> {
            assumeThat(source.isCompletedLater()).isTrue();
            source.newestBars(instrument, FIVE_MINUTES, NOON.minus(Duration.ofMinutes(15)), NOON);
            assertThat(server.requests("/")).hasSizeLessThanOrEqualTo(2);
        });
    }

    @Test
    void funding_isNotAskedFor_whereNoneIsPaid() {
        Instant from = NOON.minus(Duration.ofMinutes(50));
        run(source -> {
            source.bars(instrument, FIVE_MINUTES, from, NOON);
            assertThat(server.requests("/"))
                    .isNotEmpty()
                    .noneMatch(request -> (request.path() + request.body()).matches("(?i).*funding.*"));
        });
    }

    @Test
    void presentOpenInterest_isAskedForOnce_butNeverFromBeforeABarEnded() {
        run(source -> {
            assumeThat(source.isCompletedLater()).isTrue();
            clock.set(NOON.minusSeconds(1));
            source.currentOpenInterest(instrument);
            int once = server.requests("/").size();
            source.currentOpenInterest(instrument);
            assertThat(server.requests("/")).hasSize(once);
            clock.set(NOON.plusSeconds(3));
            source.currentOpenInterest(instrument);
            source.currentOpenInterest(instrument);
            assertThat(server.requests("/")).hasSize(2 * once);
            clock.set(NOON.plusSeconds(14));
            source.currentOpenInterest(instrument);
            assertThat(server.requests("/")).hasSize(3 * once);
        });
    }

    @Test
    void openInterestUsd_tellsOfAllContractsAtOnce_atAboutTheirPrice() {
        run(source -> {
            Map<String, Double> usd = source.openInterestUsd();
            assumeThat(usd).isNotEmpty();
            int requests = server.requests("/").size();
            assertThat(requests).isLessThanOrEqualTo(4);
            double coins = source.currentOpenInterest(instrument).coins();
            double open = Objects.requireNonNull(usd.get(instrument.symbol()));
            assertThat(open / coins).isBetween(40_000.0, 100_000.0);
        });
    }

    @Test
    void aListedContract_thatCannotBe_costsOnlyItself() {
        run(source -> {
            assertThat(watched(source).instruments())
                    .contains(instrument)
                    .extracting(Instrument::symbol)
                    .doesNotContain(impossibleSymbol());
            assertRefused("listing of " + impossibleSymbol());
        });
    }

    @Test
    void aListedContract_withoutAName_costsOnlyItself() {
        server.rewrite(":\"" + impossibleSymbol() + "\"", ":null");

        run(source -> {
            assertThat(watched(source).instruments()).contains(instrument);
            assertRefused("listing of null");
            assertThat(watched(source).openInterestUsd()).containsKey(instrument.symbol());
        });
    }

    @Test
    void marginTiers_thatCannotBeTrue_costOnlyTheirContractsSchedule() {
        SpoiltTiers tiers = spoilTiers();

        run(source -> {
            assertThat(watched(source).marginSchedule(tiers.spoilt)).isEmpty();
            assertThat(watched(source).marginSchedule(tiers.good)).isPresent();
            assertRefused("margin tiers of " + tiers.spoilt.symbol());
            assertThat(refusals)
                    .filteredOn(refusal -> refusal.contains(": margin tiers of "))
                    .hasSize(1);
        });
    }

    @Test
    void bars_ofALengthTheVenueDoesNotHave_areNotAskedFor() {
        run(source -> {
            Interval odd = Interval.parse("2m");
            assertThat(failure(() -> source.bars(instrument, odd, NOON.minus(Duration.ofMinutes(20)), NOON)))
                    .hasMessageStartingWith("has nothing of 2m, only of [1m, ");
            assertThat(server.requests(candlesPath)).isEmpty();
        });
    }

    @Test
    void everyRequestWaits_asLongAsTheVenueAsks() {
        server.interrupt(listingPath, Answer.status(429).with("Retry-After", "17"));

        run(source -> {
            assertThat(failure(source::instruments).retryAfter()).isEqualTo(Duration.ofSeconds(17));
            clock.advance(Duration.ofSeconds(16));
            assertThat(failure(() -> hourOfBars(source)).retryAfter()).isEqualTo(Duration.ofSeconds(1));
            assertThat(server.requests("/")).hasSize(1);
            clock.advance(Duration.ofSeconds(1));
            assertThat(source.instruments()).isNotEmpty();
        });
    }

    @Test
    void aWait_isNoLongerThanAnyVenueBans() {
        server.interrupt(listingPath, Answer.status(429).with("Retry-After", "999999999"));

        run(source -> assertThat(failure(source::instruments).retryAfter()).isEqualTo(Duration.ofDays(3)));
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 418})
    void everyRequestWaits_whenTheVenueBansWithoutSayingHowLong(int status) {
        server.interrupt(listingPath, Answer.html(status, "<html>banned</html>"));

        run(source -> {
            Duration ban = Duration.ofMinutes(status == 403 ? 10 : 2);
            assertThat(failure(source::instruments).retryAfter()).isEqualTo(ban);
            clock.advance(ban.minusMillis(1));
            failure(() -> hourOfBars(source));
            assertThat(server.requests("/")).hasSize(1);
            clock.advance(Duration.ofMillis(1));
            assertThat(source.instruments()).isNotEmpty();
        });
    }

    @Test
    void barsEnd_byTheVenuesClock() {
        // The fake dates its answers by the clock of the machine.
        clock.set(Instant.now().minus(Duration.ofMinutes(3)));

        run(source -> {
            assertThat(source.clock(clock).instant()).isEqualTo(clock.instant());
            source.instruments();
            assertThat(source.clock(clock).instant()).isAfter(clock.instant().plus(Duration.ofMinutes(2)));
        });
    }

    @Test
    void aPassingFailure_isTriedAgain() {
        server.interrupt(listingPath, Answer.status(502), Answer.html(200, "<html>maintenance</html>"));

        run(source -> {
            assertThat(source.instruments()).isNotEmpty();
            assertThat(registry.counter(
                                    "liquidationmap.ingestion.requests",
                                    "venue",
                                    instrument.venue().name(),
                                    "outcome",
                                    "502")
                            .count())
                    .isEqualTo(1);
        });
    }

    @Test
    void aLastingFailure_isGivenUp() {
        server.answer(listingPath, request -> Answer.status(503));

        run(source -> {
            VenueUnavailableException failure = failure(source::instruments);
            assertThat(failure).hasMessageStartingWith("answered 503").hasMessageEndingWith("to " + listingPath);
            assertThat(failure.retryAfter()).isNull();
            assertThat(server.requests("/")).hasSize(3);
        });
    }

    @Test
    void aRequestTheVenueFindsFaultWith_isNotRepeated() {
        server.answer(listingPath, request -> Answer.status(400));

        run(source -> {
            failure(source::instruments);
            assertThat(server.requests("/")).hasSize(1);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html><body>Service unavailable</body></html>",
                "[[1499040000000,\"0.01\"",
                "{\"error\":\"An unknown error occurred\"}",
                "[[null,\"a\",\"b\"]]",
                "[]",
                "{}",
                "null"
            })
    void nonsense_costsOnlyTheAnswer(String body) {
        assumeThat(isNonsense(body)).isTrue();
        server.answer(candlesPath, request -> Answer.json(body));

        run(source -> failure(() -> hourOfBars(source)));
    }

    @Test
    void aBrokenConnection_isAFailureLikeOthers() {
        server.answer(
                listingPath, request -> Answer.json("{\"anything\":\"at all\"}").cutOffInTheMiddle());

        run(source -> failure(source::instruments));
    }

    @Test
    void noVenueAtAll_isAFailureLikeOthers() {
        run(source -> {
            server.close();
            assertThat(failure(source::instruments)).hasMessageStartingWith("gave no answer");
        });
    }

    /// The contract in the fake's listing that cannot be.
    protected String impossibleSymbol() {
        return "odd!";
    }

    /// Lets the venue state impossible margin tiers of one contract and possible ones of another.
    protected abstract SpoiltTiers spoilTiers();

    /// Two contracts, one of which has impossible margin tiers.
    public record SpoiltTiers(Instrument spoilt, Instrument good) {}

    /// As the service uses it.
    private MarketDataSource watched(MarketDataSource source) {
        return new WatchedSource(new PerCoinSource(source), health, refused);
    }

    /// Something of the venue was refused, which is no reason to think that it does not answer.
    private void assertRefused(String subject) {
        assertThat(refusals).anyMatch(refusal -> refusal.startsWith(instrument.venue() + ": " + subject + ": "));
        assertThat(health.isAnswering(instrument.venue())).isTrue();
    }

    /// What else the venue has to be told, as `name=value`.
    protected String[] properties() {
        return new String[0];
    }

    /// Whether the venue would never say this when it is asked for candles.
    protected boolean isNonsense(String body) {
        return true;
    }

    /// Makes a request that needs candles.
    private void hourOfBars(MarketDataSource source) {
        source.bars(instrument, FIVE_MINUTES, NOON.minus(Duration.ofHours(1)), NOON);
    }

    protected static VenueUnavailableException failure(Runnable call) {
        VenueUnavailableException failure = catchThrowableOfType(VenueUnavailableException.class, call::run);
        assertThat(failure).isNotNull();
        return failure;
    }

    protected interface Check {
        void accept(MarketDataSource source) throws Exception;
    }

    /// Runs a check on a source.
    ///
    /// @param more what it is told besides [#properties], as `name=value`
    protected void run(Check check, String... more) {
        runner().withPropertyValues(more).run(context -> {
            assertThat(context).hasNotFailed();
            check.accept(context.getBean(MarketDataSource.class));
        });
    }

    private ApplicationContextRunner runner() {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        JacksonAutoConfiguration.class,
                        HttpMessageConvertersAutoConfiguration.class,
                        HttpClientAutoConfiguration.class,
                        ImperativeHttpClientAutoConfiguration.class,
                        RestClientAutoConfiguration.class,
                        HttpServiceClientPropertiesAutoConfiguration.class,
                        HttpServiceClientAutoConfiguration.class))
                .withUserConfiguration(Resilience.class, VenueGates.class, configuration)
                .withBean(Clock.class, () -> clock)
                .withBean(RefusedRows.class, () -> refused)
                .withBean(Pause.class, () -> clock::advance)
                .withBean(MeterRegistry.class, () -> registry)
                .withBean(Cooldowns.class, InMemoryCooldowns::new)
                .withPropertyValues(
                        "spring.http.clients.imperative.factory=jdk",
                        "liquidationmap.ingestion.retry-delay=1ms",
                        "liquidationmap.venues." + instrument.venue() + ".rest-url=" + server.url())
                .withPropertyValues(properties());
    }

    @EnableResilientMethods
    static class Resilience {}
}
