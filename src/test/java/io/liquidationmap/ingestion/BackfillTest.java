package io.liquidationmap.ingestion;

import static io.liquidationmap.ingestion.FakeSource.BTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liquidationmap.history.IngestionJournal.BackfillProgress;
import io.liquidationmap.ingestion.FakeSource.Request;
import io.liquidationmap.ingestion.MarketDataSource.HistoryOffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BackfillTest {

    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

    private final IngestionWorld world = new IngestionWorld("2026-03-02T12:03:00Z");

    @Test
    void run_loadsTheNewestPortionFirst_andIsDueAtOnce() {
        Optional<Instant> next = world.backfill().run(world.source, BTC);

        assertThat(next).contains(world.clock.instant());
        assertThat(world.source.requests)
                .containsExactly(new Request("BTCUSDT", NOW.minus(Duration.ofMinutes(500)), NOW));
    }

    @Test
    void run_reachesTheWantedHistory_withNoBarLostOrAskedForTwice() {
        finish();

        Instant from = NOW.minus(Duration.ofDays(1));
        assertThat(world.holdsAll(from, NOW)).isTrue();
        assertThat(world.stored().size()).isEqualTo(288);
        assertThat(world.source.requests).hasSize(3);
        assertThat(world.source.requests.getLast().from()).isEqualTo(from);
    }

    @Test
    void run_goesOnWhereAnotherInstanceStopped() {
        world.backfill().run(world.source, BTC);
        world.clock.advance(Duration.ofHours(5));

        finish();

        assertThat(world.source.requests).hasSize(3).doesNotHaveDuplicates();
        assertThat(progress().isDone()).isTrue();
        assertThat(progress().to()).isEqualTo(NOW);
    }

    @Test
    void run_loadsThePortionAgain_whenTheVenueFailed() {
        world.backfill().run(world.source, BTC);
        world.source.failure = new VenueUnavailableException("down", null, null);
        assertThatThrownBy(() -> world.backfill().run(world.source, BTC)).isInstanceOf(VenueUnavailableException.class);
        world.source.failure = null;

        finish();

        assertThat(world.holdsAll(NOW.minus(Duration.ofDays(1)), NOW)).isTrue();
    }

    @Test
    void run_doesNothing_whenItIsDone() {
        finish();
        world.source.requests.clear();

        assertThat(world.backfill().run(world.source, BTC)).isEmpty();
        assertThat(world.source.requests).isEmpty();
    }

    @Test
    void run_stopsAtTheBeginningOfTheListing() {
        world.source.offer = new HistoryOffer(NOW.minus(Duration.ofHours(2)).plusSeconds(17), 100);

        finish();

        assertThat(world.stored().size()).isEqualTo(23);
    }

    @Test
    void run_reachesFurtherBack_whenMoreHistoryIsWantedLater() {
        finish();
        Backfill wantingMore = new Backfill(
                world.loader,
                world.journal,
                new IngestionWorld("2026-03-02T12:03:00Z", Duration.ofDays(2)).properties,
                world.clock);

        while (wantingMore.run(world.source, BTC).isPresent()) {
            assertThat(world.source.requests).hasSizeLessThan(100);
        }

        assertThat(world.holdsAll(NOW.minus(Duration.ofDays(2)), NOW)).isTrue();
    }

    @Test
    void timeLeft_followsThePaceSoFar() {
        Instant start = Instant.parse("2026-03-02T12:00:00Z");
        BackfillProgress quarter = new BackfillProgress(
                BTC.id(),
                world.properties.bars(),
                NOW.minus(Duration.ofDays(4)),
                NOW,
                NOW.minus(Duration.ofDays(1)),
                NOW,
                start,
                start.plus(Duration.ofMinutes(10)));

        assertThat(Backfill.timeLeft(quarter)).contains(Duration.ofMinutes(30));
    }

    @Test
    void run_doesNotCountTheTimeItStoodStill() {
        world.source.offer = new HistoryOffer(Instant.EPOCH, 72);
        world.backfill().run(world.source, BTC);
        world.clock.advance(Duration.ofMinutes(1));
        world.backfill().run(world.source, BTC);
        world.clock.advance(Duration.ofDays(2));

        world.backfill().run(world.source, BTC);

        assertThat(Backfill.timeLeft(progress()).orElseThrow()).isLessThan(Duration.ofMinutes(2));
    }

    private void finish() {
        for (int i = 0; i < 50; i++) {
            if (world.backfill().run(world.source, BTC).isEmpty()) {
                return;
            }
        }
        throw new AssertionError("the back-fill does not end");
    }

    private BackfillProgress progress() {
        return world.journal.progress(BTC.id(), world.properties.bars()).orElseThrow();
    }
}
