package io.liquidationmap.ingestion.stream;

import static io.liquidationmap.ingestion.stream.PlainFeed.BTC;
import static io.liquidationmap.ingestion.stream.PlainFeed.ETH;
import static io.liquidationmap.ingestion.stream.PlainFeed.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.liquidationmap.history.InstrumentCatalog;
import io.liquidationmap.history.InstrumentCatalog.KnownVenue;
import io.liquidationmap.history.LiquidationLog;
import io.liquidationmap.history.LiquidationLog.Coverage;
import io.liquidationmap.history.Retirements;
import io.liquidationmap.ingestion.FollowedInstruments;
import io.liquidationmap.ingestion.IngestionStatus.FeedStatus;
import io.liquidationmap.market.Completeness;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.Liquidation;
import io.liquidationmap.market.Side;
import io.liquidationmap.testing.PostgresTest;
import io.liquidationmap.testing.SettableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Streams over real WebSockets into a real database. The clock stands still unless a test moves it, so that nothing
/// happens by the passing of time alone.
@PostgresTest
class StreamIT {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

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

    @BeforeEach
    void startServer() {
        clock.set(NOON);
        server = new FakeStreamServer();
        server.answer(StreamIT::friendly);
        catalog.register(new KnownVenue(PlainFeed.VENUE, false));
        catalog.register(BTC);
    }

    @AfterEach
    void stopAll() {
        instances.forEach(LiquidationStreams::stop);
        server.close();
    }

    private static String friendly(String message) {
        return message.startsWith("sub ") ? "ok " + message.substring(4) : "pong";
    }

    @Test
    void events_areStoredWithTheStretchListenedTo() {
        LiquidationStreams streams = listening();

        server.say(event(BTC, NOON.plusMillis(250), Side.LONG, 2));
        eventually(() -> assertThat(log.events(BTC.id(), NOON, NOON.plusSeconds(60)))
                .singleElement()
                .satisfies(event -> assertThat(event.usd()).isEqualTo(200)));
        clock.advance(Duration.ofSeconds(15));
        giveSign(streams);

        // Up to the last sign of life, less the second in which something may be under way.
        eventually(() -> assertThat(covered()).containsExactly(stretch(0, 14)));
        FeedStatus status = status(streams);
        assertThat(status.listeningSince()).isEqualTo(NOON);
        assertThat(status.instruments()).isOne();
        assertThat(status.eventsStored()).isOne();
        assertThat(status.connections()).isOne();
        assertThat(status.refused()).isZero();
        assertThat(status.lastError()).isNull();
    }

    @Test
    void drop_isReconnected_resubscribed_andLeavesAGap_andWhatIsRepeatedIsStoredOnce() {
        LiquidationStreams streams = listening();
        server.say(event(BTC, NOON, Side.LONG, 2));
        clock.advance(Duration.ofSeconds(10));
        server.say(event(BTC, NOON.plusSeconds(10), Side.LONG, 3));
        eventually(() ->
                assertThat(log.events(BTC.id(), NOON, NOON.plusSeconds(60))).hasSize(2));

        server.drop();
        eventually(() -> assertThat(status(streams).listeningSince()).isNull());
        assertThat(status(streams).lastError()).contains("closed the connection", "1001 maintenance");
        clock.advance(Duration.ofSeconds(5));
        eventually(() -> assertThat(status(streams).listeningSince()).isEqualTo(NOON.plusSeconds(15)));
        server.say(event(BTC, NOON.plusSeconds(10), Side.LONG, 3));
        clock.advance(Duration.ofSeconds(10));
        server.say(event(BTC, NOON.plusSeconds(20), Side.SHORT, 1));

        eventually(() -> assertThat(log.events(BTC.id(), NOON, NOON.plusSeconds(60)))
                .last()
                .extracting(Liquidation::side)
                .isEqualTo(Side.SHORT));
        assertThat(log.events(BTC.id(), NOON, NOON.plusSeconds(60))).hasSize(3);
        eventually(() -> assertThat(covered()).containsExactly(stretch(0, 9), stretch(15, 24)));
        assertThat(server.received()).containsExactly("sub BTC", "sub BTC");
    }

    @Test
    void ping_isSent_andItsAnswerIsASignOfLife() {
        LiquidationStreams streams = listening();

        clock.advance(Duration.ofSeconds(21));
        eventually(() -> assertThat(server.received()).containsExactly("sub BTC", "ping"));
        eventually(() -> assertThat(status(streams).lastMessage()).isEqualTo(NOON.plusSeconds(21)));
        clock.advance(Duration.ofSeconds(5));

        eventually(() -> assertThat(covered()).containsExactly(stretch(0, 20)));
    }

    @Test
    void silence_isTheEndOfTheConnection() {
        LiquidationStreams streams = listening();
        server.answer(message -> message.equals("ping") ? null : friendly(message));

        clock.advance(Duration.ofSeconds(51));
        eventually(() -> assertThat(status(streams).lastError()).isEqualTo("was silent for 51 s"));
        clock.advance(Duration.ofSeconds(2));

        eventually(() -> assertThat(status(streams).listeningSince()).isEqualTo(NOON.plusSeconds(53)));
        eventually(() -> assertThat(server.open()).isOne());
        assertThat(server.connections()).isEqualTo(2);
    }

    @Test
    void garbage_isCountedWithItsReason_andMakesAGap_andListeningGoesOn() {
        LiquidationStreams streams = listening();
        clock.advance(Duration.ofSeconds(10));
        server.say("pong");
        eventually(() -> assertThat(status(streams).lastMessage()).isEqualTo(NOON.plusSeconds(10)));
        clock.advance(Duration.ofSeconds(2));

        server.say("<html>503 Service Unavailable</html>");
        eventually(() -> assertThat(status(streams).refused()).isOne());
        server.say("event BTC 2026-03-02T12:00:12Z LONG -1 5");
        eventually(() -> assertThat(status(streams).refused()).isEqualTo(2));
        server.say(event(BTC, NOON.plusSeconds(12), Side.LONG, 1));
        eventually(() ->
                assertThat(log.events(BTC.id(), NOON, NOON.plusSeconds(60))).hasSize(1));
        clock.advance(Duration.ofSeconds(7));
        giveSign(streams);

        assertThat(status(streams).lastRefusal()).contains("price must be a positive number");
        assertThat(status(streams).lastRefusalAt()).isEqualTo(NOON.plusSeconds(12));
        eventually(() -> assertThat(covered()).containsExactly(stretch(0, 9), stretch(12, 18)));
        assertThat(server.connections()).isOne();
    }

    @Test
    void refusedSubscription_costsOnlyItself() {
        catalog.register(ETH);
        server.answer(message -> message.equals("sub ETH") ? "no ETH such symbol" : friendly(message));

        LiquidationStreams streams = listening();
        server.say(event(ETH, NOON, Side.LONG, 1) + ";" + event(BTC, NOON, Side.LONG, 1));
        eventually(() ->
                assertThat(log.events(BTC.id(), NOON, NOON.plusSeconds(60))).hasSize(1));
        clock.advance(Duration.ofSeconds(10));
        giveSign(streams);

        eventually(() -> assertThat(covered()).containsExactly(stretch(0, 9)));
        assertThat(log.coverage(ETH.id(), NOON, NOON.plusSeconds(60))).isEmpty();
        assertThat(log.events(ETH.id(), NOON, NOON.plusSeconds(60))).isEmpty();
        assertThat(status(streams).lastRefusal()).isEqualTo("subscription: no ETH such symbol");
    }

    @Test
    void venueThatRefusesEverything_isTriedAgain() {
        server.answer(message -> message.startsWith("sub ") ? "no " + message.substring(4) : "pong");
        LiquidationStreams streams = start();
        eventually(() -> assertThat(status(streams).lastError()).isEqualTo("confirmed no subscription"));
        server.answer(StreamIT::friendly);

        clock.advance(Duration.ofSeconds(5));

        eventually(() -> assertThat(status(streams).listeningSince()).isNotNull());
    }

    @Test
    void closedDoor_isKnockedAtAgain() {
        server.closeDoor(true);
        LiquidationStreams streams = start();
        eventually(() -> assertThat(status(streams).lastError()).isEqualTo("answered 403 instead of a stream"));
        server.closeDoor(false);

        clock.advance(Duration.ofSeconds(5));

        eventually(() -> assertThat(status(streams).listeningSince()).isNotNull());
        assertThat(status(streams).connections()).isOne();
    }

    @Test
    void newInstrument_isListenedTo_withoutAGapForTheOthers() {
        LiquidationStreams streams = listening();
        catalog.register(ETH);
        clock.advance(Duration.ofSeconds(31));
        eventually(() -> assertThat(server.received()).contains("sub ETH"));
        eventually(() -> assertThat(status(streams).instruments()).isEqualTo(2));
        clock.advance(Duration.ofSeconds(2));
        eventually(() -> assertThat(server.open()).isOne());

        clock.advance(Duration.ofSeconds(7));
        giveSign(streams);

        eventually(() -> assertThat(log.coverage(ETH.id(), NOON, NOON.plusSeconds(60)))
                .extracting(Coverage::from, Coverage::to)
                .containsExactly(tuple(NOON.plusSeconds(31), NOON.plusSeconds(39))));
        assertThat(covered()).containsExactly(stretch(0, 39));
    }

    @Test
    void retiredInstrument_isNotListenedTo() {
        catalog.register(ETH);
        retirements.retire(BTC.id(), NOON);

        LiquidationStreams streams = listening();

        assertThat(server.received()).containsExactly("sub ETH");
        retirements.revive(BTC.id(), NOON.plusSeconds(20));
        clock.advance(Duration.ofSeconds(31));
        eventually(() -> assertThat(server.received()).contains("sub BTC"));
        eventually(() -> assertThat(status(streams).instruments()).isEqualTo(2));
    }

    @Test
    void moreInstrumentsThanAConnectionMayCarry_areListenedToOnSeveral() {
        catalog.register(ETH);
        LiquidationStreams streams = new LiquidationStreams(
                List.of(new PlainFeed(server.url(), 1)),
                new FollowedInstruments(catalog, retirements, clock),
                log,
                new StreamProperties(true, Duration.ofMillis(10)),
                _ -> true,
                new SimpleMeterRegistry(),
                clock);
        instances.add(streams);
        streams.start();

        eventually(() -> assertThat(streams.feeds())
                .extracting(FeedStatus::feed, FeedStatus::instruments, FeedStatus::listeningSince)
                .containsExactly(tuple("plain", 1, NOON), tuple("plain-2", 1, NOON)));
        assertThat(server.received()).containsExactlyInAnyOrder("sub BTC", "sub ETH");
        server.say(event(BTC, NOON, Side.LONG, 1) + ";" + event(ETH, NOON, Side.LONG, 2));

        eventually(() ->
                assertThat(log.events(ETH.id(), NOON, NOON.plusSeconds(60))).hasSize(1));
        eventually(() ->
                assertThat(log.events(BTC.id(), NOON, NOON.plusSeconds(60))).hasSize(1));
    }

    @Test
    void severalInstances_storeEachEventOnce() {
        listening();
        listening();
        for (int i = 0; i < 100; i++) {
            server.say(event(BTC, NOON.plusMillis(i), i % 2 == 0 ? Side.LONG : Side.SHORT, 1 + i));
        }

        eventually(() ->
                assertThat(log.events(BTC.id(), NOON, NOON.plusSeconds(60))).hasSize(100));
        eventually(() -> assertThat(instances.stream()
                        .mapToLong(streams -> status(streams).eventsStored())
                        .sum())
                .isEqualTo(100));
        assertThat(log.sums(BTC.id(), Interval.ONE_HOUR, NOON, NOON.plusSeconds(3600)).stream()
                        .mapToDouble(LiquidationLog.StepSum::usd)
                        .sum())
                .isEqualTo(100.0 * 5050);
    }

    @Test
    void stop_storesWhatHasArrived_andStartGoesOn() {
        LiquidationStreams streams = listening();
        clock.advance(Duration.ofSeconds(4));
        server.say(event(BTC, NOON.plusSeconds(4), Side.LONG, 1));
        eventually(() -> assertThat(status(streams).lastEvent()).isEqualTo(NOON.plusSeconds(4)));

        streams.stop();

        assertThat(streams.isRunning()).isFalse();
        assertThat(log.events(BTC.id(), NOON, NOON.plusSeconds(60))).hasSize(1);
        assertThat(covered()).containsExactly(stretch(0, 3));
        eventually(() -> assertThat(server.open()).isZero());
        streams.start();
        eventually(() -> assertThat(server.open()).isOne());
    }

    private LiquidationStreams listening() {
        LiquidationStreams streams = start();
        eventually(() -> assertThat(status(streams).listeningSince()).isNotNull());
        return streams;
    }

    private LiquidationStreams start() {
        LiquidationStreams streams = new LiquidationStreams(
                List.of(new PlainFeed(server.url())),
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

    /// Makes the venue give a sign of life, the only one of this moment, and lets enough time pass for what it covers to
    /// be stored: a look at what there is to store may come between the clock and the sign, and the next one is seconds
    /// away.
    private void giveSign(LiquidationStreams streams) {
        Instant now = clock.instant();
        server.say("pong");
        eventually(() -> assertThat(status(streams).lastMessage()).isEqualTo(now));
        clock.advance(Duration.ofSeconds(5));
    }

    private static FeedStatus status(LiquidationStreams streams) {
        return streams.feeds().getFirst();
    }

    private List<Coverage> covered() {
        return log.coverage(BTC.id(), NOON, NOON.plusSeconds(3600));
    }

    private static Coverage stretch(int from, int to) {
        return new Coverage(BTC.id(), NOON.plusSeconds(from), NOON.plusSeconds(to), Completeness.COMPLETE);
    }

    private static void eventually(ThrowingRunnable assertion) {
        await().pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofMinutes(1))
                .untilAsserted(assertion);
    }
}
