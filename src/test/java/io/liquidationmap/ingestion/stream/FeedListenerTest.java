package io.liquidationmap.ingestion.stream;

import static io.liquidationmap.ingestion.stream.PlainFeed.BTC;
import static io.liquidationmap.ingestion.stream.PlainFeed.ETH;
import static io.liquidationmap.ingestion.stream.PlainFeed.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.liquidationmap.history.LiquidationLog.Coverage;
import io.liquidationmap.ingestion.IngestionStatus.FeedStatus;
import io.liquidationmap.market.Completeness;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.Liquidation;
import io.liquidationmap.market.Side;
import io.liquidationmap.testing.SettableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class FeedListenerTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final SettableClock clock = new SettableClock(NOON);
    private final Lines lines = new Lines();
    private final RecordingLog log = new RecordingLog();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private Set<Instrument> wanted = Set.of(BTC);
    private boolean venueAnswers = true;

    private final PlainFeed feed = new PlainFeed(URI.create("ws://stream.test"));
    private final FeedListener listener = new FeedListener(
            feed,
            () -> wanted,
            lines,
            log,
            new FeedHealth(new FeedPart(feed, 0), registry, () -> venueAnswers, clock),
            new Backoff(new Random(1)),
            clock);

    @Test
    void tick_connectsOnlyWhenSomethingIsWanted() {
        wanted = Set.of();
        listener.tick();
        assertThat(lines.all).isEmpty();
        assertThat(listener.status()).isEmpty();

        wanted = Set.of(BTC);
        listener.tick();
        listener.tick();
        assertThat(lines.all).hasSize(1);
    }

    @Test
    void attempts_comeEverLater_butNotBeyondTwoMinutes() {
        Duration last = Duration.ZERO;
        for (int attempt = 1; attempt <= 12; attempt++) {
            tickUntilThereAre(attempt);
            Instant failedAt = clock.instant();
            lines.last().handler.closed("refused");
            tickUntilThereAre(attempt + 1);
            Duration wait = Duration.between(failedAt, clock.instant());
            long due = Math.min(120, 1L << (attempt - 1));
            assertThat(wait).isBetween(Duration.ofMillis(500 * due), Duration.ofMillis(1000 * due + 100));
            last = wait;
        }
        assertThat(last).isGreaterThanOrEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void failure_isReportedOnce_andNotWhileTheVenueAsAWholeIsDown(CapturedOutput output) {
        venueAnswers = false;
        tickUntilThereAre(1);
        lines.last().handler.closed("refused");
        assertThat(listener.status().orElseThrow().lastError()).isEqualTo("refused");
        assertThat(output).doesNotContain("fail and are tried again");

        venueAnswers = true;
        for (int attempt = 2; attempt <= 4; attempt++) {
            tickUntilThereAre(attempt);
            lines.last().handler.closed("refused");
        }
        assertThat(output).containsOnlyOnce("fail and are tried again: refused");
    }

    @Test
    void attempts_beginAnew_afterAConnectionThatLasted() {
        for (int attempt = 1; attempt <= 6; attempt++) {
            tickUntilThereAre(attempt);
            lines.last().handler.closed("refused");
        }
        tickUntilThereAre(7);
        lines.last().open("BTC");
        pass(Duration.ofSeconds(61));

        lines.last().handler.closed("maintenance");
        pass(Duration.ofSeconds(1));
        listener.tick();

        assertThat(lines.all).hasSize(8);
    }

    @Test
    void connectionThatIsNeverMade_isGivenUp() {
        listener.tick();
        clock.advance(Duration.ofSeconds(16));
        listener.tick();

        assertThat(status().lastError()).isEqualTo("did not connect");
        lines.last().handler.opened(lines.last());
        assertThat(lines.last().closed).isTrue();
        assertThat(lines.last().sent).isEmpty();
    }

    @Test
    void nextConnection_listensBeforeTheOldOneEnds() {
        Line first = listening();
        pass(Duration.ofHours(23));
        pass(Duration.ofSeconds(1));
        Line second = lines.last();
        assertThat(second).isNotSameAs(first);
        assertThat(first.closed).isFalse();
        first.handler.received(event(BTC, clock.instant(), Side.LONG, 1));

        second.open("BTC");
        second.handler.received(event(BTC, clock.instant(), Side.LONG, 1));
        listener.tick();
        assertThat(first.closed).isFalse();
        pass(Duration.ofSeconds(1));
        assertThat(first.sent).endsWith("ping");
        first.handler.received("pong");
        second.handler.alive();
        pass(Duration.ofSeconds(10));

        assertThat(first.closed).isTrue();
        assertThat(status().listeningSince()).isEqualTo(NOON);
        Instant replaced = NOON.plus(Duration.ofHours(23)).plusSeconds(1);
        assertThat(log.latest()).first().isEqualTo(stretch(NOON, replaced));
        second.handler.alive();
        pass(Duration.ofSeconds(5));
        assertThat(log.latest()).last().isEqualTo(stretch(replaced, replaced.plusSeconds(10)));
    }

    @Test
    void replacementThatFails_leavesTheOldConnectionAlone() {
        Line first = listening();
        wanted = Set.of(BTC, ETH);
        listener.tick();

        lines.last().handler.closed("refused");

        assertThat(first.closed).isFalse();
        assertThat(status().listeningSince()).isEqualTo(NOON);
        assertThat(status().lastError()).isEqualTo("refused");
        pass(Duration.ofSeconds(2));
        assertThat(lines.all).hasSize(3);
    }

    @Test
    void subscriptionThatIsNeverConfirmed_isGoneWithout_andAskedForAgainInAnHour() {
        wanted = Set.of(BTC, ETH);
        listener.tick();
        lines.last().open("BTC");
        pass(Duration.ofSeconds(20));
        lines.last().handler.alive();
        assertThat(status().listeningSince()).isNull();
        pass(Duration.ofSeconds(11));
        lines.last().handler.alive();

        assertThat(status().listeningSince()).isEqualTo(NOON.plusSeconds(31));
        assertThat(status().instruments()).isOne();
        for (int i = 0; i < 90; i++) {
            pass(Duration.ofSeconds(40));
            lines.all.forEach(line -> line.handler.alive());
        }
        assertThat(lines.all).hasSize(2);
    }

    @Test
    void liquidationsAlikeInOneMessage_areToldApart_andThoseNobodyAskedFor_leftOut() {
        listening();
        String one = event(BTC, NOON, Side.LONG, 1);

        lines.last().handler.received(one + ";" + one + ";" + event(ETH, NOON, Side.LONG, 1));
        listener.tick();

        assertThat(log.events).extracting(Liquidation::ordinal).containsExactly(0, 1);
        assertThat(log.events).extracting(Liquidation::instrument).containsOnly(BTC.id());
    }

    @Test
    void whatCannotBeStored_isKept_andStoredLater() {
        listening();
        log.failure = new IllegalStateException("the database is away");
        lines.last().handler.received(event(BTC, NOON, Side.LONG, 1));
        pass(Duration.ofSeconds(10));
        lines.last().handler.received(event(BTC, NOON.plusSeconds(10), Side.LONG, 2));
        listener.tick();
        assertThat(status().lastError()).isEqualTo("could not be stored: the database is away");
        assertThat(log.events).isEmpty();

        log.failure = null;
        pass(Duration.ofSeconds(5));

        assertThat(log.events).extracting(Liquidation::coins).containsExactly(1.0, 2.0);
        assertThat(log.latest()).last().isEqualTo(stretch(NOON, NOON.plusSeconds(9)));
        assertThat(registry.get("liquidationmap.stream.events").counter().count())
                .isEqualTo(2);
    }

    @Test
    void tooMuchThatCannotBeStored_isForgotten_andTheStretchBeginsAnew() {
        listening();
        log.failure = new IllegalStateException("the database is away");
        for (int i = 0; i <= 50_000; i++) {
            lines.last().handler.received(event(BTC, NOON.plusMillis(i), Side.LONG, 1));
        }
        clock.advance(Duration.ofSeconds(60));
        lines.last().handler.alive();
        listener.tick();

        log.failure = null;
        pass(Duration.ofSeconds(30));
        lines.last().handler.alive();
        pass(Duration.ofSeconds(5));

        assertThat(log.events).isEmpty();
        assertThat(log.latest()).containsExactly(stretch(NOON.plusSeconds(60), NOON.plusSeconds(89)));
    }

    @Test
    void closedConnection_hasNothingMoreToSay() {
        Line first = listening();
        first.handler.closed("maintenance");

        first.handler.received(event(BTC, NOON, Side.LONG, 1));
        first.handler.closed("again");
        listener.tick();

        assertThat(log.events).isEmpty();
        assertThat(status().lastError()).isEqualTo("maintenance");
    }

    private FeedStatus status() {
        return listener.status().orElseThrow();
    }

    private Line listening() {
        listener.tick();
        lines.last().open("BTC");
        return lines.last();
    }

    private void pass(Duration duration) {
        clock.advance(duration);
        if (!lines.all.isEmpty() && !duration.minus(Duration.ofHours(1)).isNegative()) {
            lines.last().handler.alive();
        }
        listener.tick();
    }

    private void tickUntilThereAre(int connections) {
        for (int i = 0; i < 2_000 && lines.all.size() < connections; i++) {
            clock.advance(Duration.ofMillis(100));
            listener.tick();
        }
        assertThat(lines.all).hasSize(connections);
    }

    private static Coverage stretch(Instant from, Instant to) {
        return new Coverage(BTC.id(), from, to, Completeness.COMPLETE);
    }

    /// Connections that are made when the test says so.
    private static final class Lines implements Transport {

        final List<Line> all = new ArrayList<>();

        @Override
        public void connect(URI endpoint, Handler handler) {
            all.add(new Line(handler));
        }

        Line last() {
            return all.getLast();
        }
    }

    private static final class Line implements Transport.Socket {

        final Transport.Handler handler;
        final List<String> sent = new ArrayList<>();
        boolean closed;

        Line(Transport.Handler handler) {
            this.handler = handler;
        }

        void open(String confirmed) {
            handler.opened(this);
            handler.received("ok " + confirmed);
        }

        @Override
        public void send(String text) {
            sent.add(text);
        }

        @Override
        public void ping() {
            sent.add("");
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
