package io.liquidationmap.ingestion;

import static io.liquidationmap.ingestion.FakeSource.BTC;
import static org.assertj.core.api.Assertions.assertThat;

import io.liquidationmap.ingestion.FakeSource.Request;
import io.liquidationmap.ingestion.MarketDataSource.HistoryOffer;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LateFiguresTest {

    private static final Instant END = Instant.parse("2026-03-01T12:00:00Z");

    private final IngestionWorld world = new IngestionWorld("2026-03-01T12:00:05Z");

    @Test
    void run_isOver_whereBarsAreCompleteAtOnce() {
        assertThat(world.lateFigures().run(world.source, BTC)).isEmpty();
        assertThat(world.source.requests).isEmpty();
    }

    @Test
    void run_completesWhatNewestBarsLack_andLeavesTheRest() {
        world.source.completedLater = true;
        world.newestBar().run(world.source, BTC);
        double before = world.stored().longShortRatio(0);
        double openInterest = world.stored().openInterest(0);

        world.lateFigures().run(world.source, BTC);

        assertThat(before).isNaN();
        assertThat(world.holdsAll(END.minus(Duration.ofHours(1)), END)).isTrue();
        for (int i = 0; i < world.stored().size(); i++) {
            assertThat(world.stored().longShortRatio(i)).isEqualTo(1.5);
        }
        assertThat(openInterest)
                .isEqualTo(FakeSource.bar(Instant.ofEpochMilli(world.stored().openTimeMs(10)))
                        .openInterest());
    }

    @Test
    void run_changesNothing_whenNothingIsNew() {
        world.source.completedLater = true;
        world.lateFigures().run(world.source, BTC);
        long version = version();

        world.lateFigures().run(world.source, BTC);

        assertThat(version()).isEqualTo(version);
    }

    @Test
    void run_reachesBackOverFourPasses_butNoFurtherThanAPortion() {
        world.source.completedLater = true;
        world.lateFigures().run(world.source, BTC);
        world.source.offer = new HistoryOffer(Instant.EPOCH, 7);
        world.lateFigures().run(world.source, BTC);

        assertThat(world.source.requests)
                .containsExactly(
                        new Request("BTCUSDT", END.minus(Duration.ofMinutes(60)), END),
                        new Request("BTCUSDT", END.minus(Duration.ofMinutes(35)), END));
    }

    @Test
    void run_isDueAgain_awayFromTheEndsOfBars() {
        world.source.completedLater = true;

        Instant next = world.lateFigures().run(world.source, BTC).orElseThrow();

        assertThat(next).isBetween(END.plus(Duration.ofMinutes(16)), END.plus(Duration.ofMinutes(19)));
    }

    @Test
    void run_thatEndsAPassLater_leavesNoPassOut() {
        world.source.completedLater = true;
        world.source.onBars = () -> world.clock.advance(Duration.ofMinutes(16));

        Instant next = world.lateFigures().run(world.source, BTC).orElseThrow();

        assertThat(next).isBetween(END.plus(Duration.ofMinutes(16)), END.plus(Duration.ofMinutes(19)));
    }

    @Test
    void newestBar_asksInFull_forWhatWasMissedLongAgo() {
        world.source.completedLater = true;
        world.newestBar().run(world.source, BTC);
        world.clock.advance(Duration.ofMinutes(10));

        world.newestBar().run(world.source, BTC);

        assertThat(world.stored(END, END.plusSeconds(600)).longShortRatio(1)).isEqualTo(1.5);
    }

    private long version() {
        return world.history.series().getFirst().version();
    }
}
