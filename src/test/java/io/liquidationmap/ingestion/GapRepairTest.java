package io.liquidationmap.ingestion;

import static io.liquidationmap.ingestion.FakeSource.BTC;
import static org.assertj.core.api.Assertions.assertThat;

import io.liquidationmap.ingestion.FakeSource.Request;
import io.liquidationmap.ingestion.MarketDataSource.HistoryOffer;
import io.liquidationmap.market.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GapRepairTest {

    private static final Duration REACH = Duration.ofDays(2);
    private static final Instant FROM = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant TO = Instant.parse("2026-03-02T12:00:00Z");
    private static final Instant HOLE = Instant.parse("2026-03-02T03:00:00Z");

    private final IngestionWorld world = new IngestionWorld("2026-03-02T12:00:30Z");

    @Test
    void run_asksForNothing_whenNothingIsMissing() {
        fillADay();

        assertThat(world.gapRepair(REACH).run(world.source, BTC))
                .contains(world.clock.instant().plus(Duration.ofMinutes(15)));
        assertThat(world.source.requests).isEmpty();
    }

    @Test
    void run_fillsAHole() {
        world.source.missing.add(HOLE);
        fillADay();

        world.gapRepair(REACH).run(world.source, BTC);

        assertThat(world.source.requests).containsExactly(new Request("BTCUSDT", HOLE, HOLE.plusSeconds(300)));
        assertThat(world.holdsAll(FROM, TO)).isTrue();
    }

    @Test
    void run_asksAgainForOpenInterest() {
        world.source.withoutOpenInterest.add(HOLE);
        fillADay();

        world.gapRepair(REACH).run(world.source, BTC);

        assertThat(world.holdsAll(FROM, TO)).isTrue();
    }

    @Test
    void run_doesNotAskForOpenInterestTheVenueCannotGive() {
        world.source.withoutOpenInterest.add(HOLE);
        fillADay();
        world.source.offer = new HistoryOffer(Instant.EPOCH, 100, null);

        world.gapRepair(REACH).run(world.source, BTC);

        assertThat(world.source.requests).isEmpty();
    }

    @Test
    void run_asksForNeighbouringHolesInOneGo_andForLongOnesInPortions() {
        Instant first = Instant.parse("2026-03-01T13:00:00Z");
        Instant last = Instant.parse("2026-03-01T22:00:00Z");
        world.source.missing.add(first);
        world.source.missing.add(last);
        fillADay();

        world.gapRepair(REACH).run(world.source, BTC);

        Instant end = last.plusSeconds(300);
        Instant middle = end.minus(Duration.ofMinutes(500));
        assertThat(world.source.requests)
                .containsExactly(new Request("BTCUSDT", middle, end), new Request("BTCUSDT", first, middle));
    }

    @Test
    void run_leavesWhatTheBackfillHasNotReached_toTheBackfill() {
        world.backfill().run(world.source, BTC);
        world.source.requests.clear();

        world.gapRepair(REACH).run(world.source, BTC);

        assertThat(world.source.requests).isEmpty();
    }

    @Test
    void run_findsTheHoleAnOutageLeft() {
        fillADay();
        world.clock.advance(Duration.ofHours(1));

        world.gapRepair(REACH).run(world.source, BTC);

        assertThat(world.holdsAll(FROM, TO.plus(Duration.ofHours(1)))).isTrue();
    }

    @Test
    void run_looksNoFurtherThanItsReach() {
        world.source.missing.add(HOLE);
        fillADay();

        world.gapRepair(Duration.ofHours(2)).run(world.source, BTC);

        assertThat(world.source.requests).isEmpty();
    }

    @Test
    void run_doesNothing_beforeAnythingIsStored() {
        world.gapRepair(REACH).run(world.source, BTC);

        assertThat(world.source.requests).isEmpty();
    }

    @Test
    void run_asksNoMore_forBarsThatNeverWere() {
        world.source.missing.add(HOLE);
        fillADay(false);
        world.clock.advance(REACH.plusHours(12));
        bringUpToDate();

        world.gapRepair(Duration.ofDays(400)).run(world.source, BTC);
        assertThat(world.unavailable.missingBars(Interval.FIVE_MINUTES)).containsExactly(Map.entry(BTC.id(), 1L));
        world.source.requests.clear();
        world.gapRepair(Duration.ofDays(400)).run(world.source, BTC);

        assertThat(world.source.requests).isEmpty();
    }

    @Test
    void run_asksNoMore_forOpenInterestThatWasNeverSaid_andMakesNoneUp() {
        world.source.withoutOpenInterest.add(HOLE);
        fillADay(false);
        world.clock.advance(REACH.plusHours(12));
        bringUpToDate();

        world.gapRepair(Duration.ofDays(400)).run(world.source, BTC);
        world.source.requests.clear();
        world.gapRepair(Duration.ofDays(400)).run(world.source, BTC);

        assertThat(world.source.requests).isEmpty();
        assertThat(world.unavailable.missingBars(Interval.FIVE_MINUTES)).containsExactly(Map.entry(BTC.id(), 0L));
        assertThat(world.stored(HOLE, HOLE.plusSeconds(300)).openInterest(0)).isNaN();
    }

    @Test
    void run_givesNothingUp_whileTheVenueStandsStill() {
        world.source.missing.add(HOLE);
        fillADay(false);
        world.clock.advance(REACH.plusHours(12));
        for (Instant time = TO; time.isBefore(world.clock.instant()); time = time.plusSeconds(300)) {
            world.source.missing.add(time);
        }

        world.gapRepair(Duration.ofDays(400)).run(world.source, BTC);

        assertThat(world.unavailable.of(BTC.id(), Interval.FIVE_MINUTES)).isEmpty();
    }

    private void bringUpToDate() {
        world.gapRepair(Duration.ofDays(1)).run(world.source, BTC);
        world.gapRepair(REACH).run(world.source, BTC);
    }

    private void fillADay() {
        fillADay(true);
    }

    /// @param turnsUp whether the venue has later what it lacked
    private void fillADay(boolean turnsUp) {
        Backfill backfill = world.backfill();
        while (backfill.run(world.source, BTC).isPresent()) {
            assertThat(world.source.requests).hasSizeLessThan(100);
        }
        world.source.requests.clear();
        if (turnsUp) {
            world.source.missing.clear();
            world.source.withoutOpenInterest.clear();
        }
    }
}
