package io.liquidationmap.ingestion.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.liquidationmap.history.InstrumentCatalog;
import io.liquidationmap.history.InstrumentCatalog.KnownVenue;
import io.liquidationmap.history.LiquidationLog;
import io.liquidationmap.history.LiquidationLog.Coverage;
import io.liquidationmap.history.Retirements;
import io.liquidationmap.ingestion.FollowedInstruments;
import io.liquidationmap.ingestion.IngestionStatus.FeedStatus;
import io.liquidationmap.market.Completeness;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.Liquidation;
import io.liquidationmap.market.Side;
import io.liquidationmap.testing.PostgresTest;
import io.liquidationmap.testing.SettableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.awaitility.core.ThrowingRunnable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What every venue's feed must do: over a real WebSocket to a venue whose messages are written by hand in the shape of
/// recorded ones, and into a real database. The clock stands still unless a test moves it.
@PostgresTest
public abstract class LiquidationFeedContract {

    /// When the tests begin, and a good time for what messages tell of.
    protected static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Autowired
    InstrumentCatalog catalog;

    @Autowired
    Retirements retirements;

    @Autowired
    LiquidationLog log;

    @Autowired
    SettableClock clock;

    private FakeStreamServer server;
    private final List<LiquidationStreams> instances = new ArrayList<>();

    /// The feed of a venue at this address.
    protected abstract LiquidationFeed feed(URI endpoint, Clock time);

    /// What is listened to.
    protected abstract Instrument instrument();

    /// What the venue must be asked, in any order; nothing where connecting is all it takes.
    protected abstract List<String> requests();

    /// How the venue answers a message; null if it does not.
    protected abstract @Nullable String answer(String message);

    /// How the venue refuses a request; never asked for where nothing is requested.
    protected abstract String refusal(String request);

    /// What keeps the connection alive; null for frames.
    protected abstract @Nullable String ping();

    /// How the venue tells of a liquidation at [#NOON].
    protected abstract String message(Side side);

    /// The liquidation that [#message(Side)] tells of: at which price, of how many coins, worth how many US dollars. These
    /// unless the venue's numbers make others.
    protected Told told(Side side) {
        return side == Side.LONG ? new Told(60_000, 2.5, 150_000) : new Told(62_000, 0.1, 6_200);
    }

    /// The same message with a number in it that cannot be.
    protected abstract String impossible();

    /// What a liquidation amounts to.
    public record Told(double price, double coins, double usd) {}

    @BeforeEach
    void startServer() {
        clock.set(NOON);
        server = new FakeStreamServer();
        server.answer(this::answer);
        catalog.register(new KnownVenue(instrument().venue(), false));
        catalog.register(instrument());
    }

    @AfterEach
    void stopAll() {
        instances.forEach(LiquidationStreams::stop);
        server.close();
    }

    @Test
    void liquidations_areStoredWithTheSideOfThePosition_inCoinsAndDollars() {
        LiquidationStreams streams = listening();
        assertThat(server.received()).containsExactlyInAnyOrderElementsOf(requests());
        server.say(message(Side.LONG));
        server.say(message(Side.SHORT));

        eventually(() -> assertThat(events()).extracting(Liquidation::side).containsOnlyOnce(Side.LONG, Side.SHORT));
        for (Liquidation event : events()) {
            Told told = told(event.side());
            assertThat(event.price()).isEqualTo(told.price);
            assertThat(event.coins()).isCloseTo(told.coins, within(1e-12 * told.coins));
            assertThat(event.usd()).isCloseTo(told.usd, within(1e-12 * told.usd));
            assertThat(event.time()).isEqualTo(NOON);
        }
        assertThat(status(streams).refused()).isZero();
        assertThat(status(streams).eventsStored()).isEqualTo(2);
    }

    @Test
    void drop_leavesAGap_andWhatIsToldAgain_orToAnotherInstance_isStoredOnce() {
        LiquidationStreams streams = listening();
        listening();
        server.say(message(Side.LONG));
        eventually(() -> assertThat(events()).hasSize(1));
        clock.advance(Duration.ofSeconds(21));
        everyoneHasHeard();

        server.drop();
        everyone(status -> assertThat(status.listeningSince()).isNull());
        clock.advance(Duration.ofSeconds(5));
        everyone(status -> assertThat(status.listeningSince()).isEqualTo(clock.instant()));
        eventually(() -> assertThat(server.open()).isEqualTo(2));
        server.say(message(Side.LONG));
        server.say(message(Side.SHORT));

        eventually(() -> assertThat(events()).hasSize(2));
        assertThat(status(streams).connections()).isEqualTo(2);
        assertThat(server.received()).hasSizeGreaterThanOrEqualTo(4 * requests().size());
        clock.advance(Duration.ofSeconds(21));
        everyoneHasHeard();
        clock.advance(Duration.ofSeconds(5));
        LiquidationFeed feed = feed(server.url(), clock);
        if (feed.covers()) {
            Instant again = NOON.plusSeconds(26);
            eventually(() -> assertThat(covered())
                    .extracting(Coverage::from, Coverage::to, Coverage::completeness)
                    .containsExactly(
                            tuple(NOON, NOON.plusSeconds(21).minus(feed.publicationDelay()), feed.completeness()),
                            tuple(again, again.plusSeconds(21).minus(feed.publicationDelay()), feed.completeness())));
        }
    }

    @Test
    void feedThatCoversNothing_leavesTheTimeUncovered() {
        LiquidationStreams streams = listening();
        server.say(message(Side.LONG));
        clock.advance(Duration.ofSeconds(21));
        eventually(() -> assertThat(status(streams).lastMessage()).isEqualTo(clock.instant()));
        clock.advance(Duration.ofSeconds(10));
        server.say(message(Side.SHORT));

        eventually(() -> assertThat(events()).hasSize(2));
        LiquidationFeed feed = feed(server.url(), clock);
        eventually(() -> assertThat(covered().isEmpty()).isEqualTo(!feed.covers()));
        assertThat(feed.completeness()).isNotEqualTo(Completeness.NONE);
    }

    @Test
    void heartbeat_isWhatTheVenueWants_andItsAnswerASignOfLife() {
        LiquidationStreams streams = listening();

        clock.advance(Duration.ofSeconds(21));

        eventually(() -> assertThat(status(streams).lastMessage()).isEqualTo(NOON.plusSeconds(21)));
        String ping = ping();
        if (ping == null) {
            assertThat(server.received()).hasSameSizeAs(requests());
        } else {
            assertThat(server.received()).endsWith(ping);
        }
        assertThat(status(streams).refused()).isZero();
    }

    @Test
    void garbage_cutOffMessages_andImpossibleRows_areCounted_andListeningGoesOn() {
        LiquidationStreams streams = listening();

        server.say("<html>503 Service Unavailable</html>");
        eventually(() -> assertThat(status(streams).refused()).isOne());
        String message = message(Side.LONG);
        server.say(message.substring(0, message.length() / 2));
        eventually(() -> assertThat(status(streams).refused()).isEqualTo(2));
        server.say(impossible());
        eventually(() -> assertThat(status(streams).refused()).isEqualTo(3));
        assertThat(status(streams).lastRefusal()).contains("must be a positive number");
        server.say(message(Side.SHORT));

        eventually(() -> assertThat(events()).extracting(Liquidation::side).containsExactly(Side.SHORT));
        assertThat(server.connections()).isOne();
    }

    @Test
    void refusedConnection_isTriedAgain() {
        server.closeDoor(true);
        LiquidationStreams streams = start();
        passingTime(() -> assertThat(status(streams).lastError()).isEqualTo("answered 403 instead of a stream"));
        assertThat(server.received()).isEmpty();

        server.closeDoor(false);

        passingTime(() -> assertThat(status(streams).listeningSince()).isNotNull());
        assertThat(server.received()).hasSameSizeAs(requests());
    }

    @Test
    void refusedRequests_areTriedAgain() {
        assumeFalse(requests().isEmpty(), "nothing is requested");
        server.answer(message -> requests().contains(message) ? refusal(message) : answer(message));
        LiquidationStreams streams = start();
        eventually(
                () -> assertThat(status(streams).refused()).isEqualTo(requests().size()));
        passingTime(() -> assertThat(status(streams).lastError()).isEqualTo("confirmed no subscription"));

        server.answer(this::answer);

        passingTime(() -> assertThat(status(streams).listeningSince()).isNotNull());
    }

    private LiquidationStreams listening() {
        LiquidationStreams streams = start();
        eventually(() -> assertThat(status(streams).listeningSince()).isNotNull());
        eventually(() -> assertThat(server.open()).isEqualTo(instances.size()));
        return streams;
    }

    private LiquidationStreams start() {
        LiquidationStreams streams = new LiquidationStreams(
                List.of(feed(server.url(), clock)),
                new FollowedInstruments(catalog, retirements, clock),
                log,
                new StreamProperties(true, Duration.ofMillis(10)),
                _ -> true,
                new SimpleMeterRegistry(),
                clock);
        instances.add(streams);
        streams.start();
        eventually(() -> assertThat(streams.feeds()).hasSize(1));
        return streams;
    }

    private List<Liquidation> events() {
        return log.events(instrument().id(), NOON.minusSeconds(60), NOON.plusSeconds(600));
    }

    private List<Coverage> covered() {
        return log.coverage(instrument().id(), NOON, NOON.plusSeconds(3600));
    }

    private static FeedStatus status(LiquidationStreams streams) {
        return streams.feeds().getFirst();
    }

    private void everyoneHasHeard() {
        everyone(status -> assertThat(status.lastMessage()).isEqualTo(clock.instant()));
    }

    private void everyone(Consumer<FeedStatus> assertion) {
        eventually(() -> instances.forEach(instance -> assertion.accept(status(instance))));
    }

    private void passingTime(ThrowingRunnable assertion) {
        eventually(() -> {
            clock.advance(Duration.ofSeconds(1));
            assertion.run();
        });
    }

    private static void eventually(ThrowingRunnable assertion) {
        await().pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofMinutes(1))
                .untilAsserted(assertion);
    }
}
