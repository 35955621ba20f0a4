package io.liquidationmap.maps;

import static io.liquidationmap.maps.MapsWorld.START;
import static io.liquidationmap.maps.MapsWorld.query;
import static org.assertj.core.api.Assertions.assertThat;

import io.liquidationmap.engine.ladder.Ladder.Rung;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.MarginSchedule;
import io.liquidationmap.market.MarginSchedule.Step;
import io.liquidationmap.market.Side;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class LaddersTest {

    private static final int HOURS = 60 * 24;
    private static final LadderQuery LADDER = new LadderQuery(Side.LONG, 10_000, 4, 0.4);

    private final MapsWorld world = new MapsWorld();

    @Test
    void largestContract_lendsItsMarginRules() {
        world.traded("alpha", HOURS);
        Instrument small = world.venue("beta", false, "BTCUSDT");
        world.write(
                small,
                MapsWorld.bars(2, HOURS).stream()
                        .map(bar -> bar.toBuilder().openInterest(10.0).build())
                        .toList());

        LadderView view = world.ladders().open(query(null, Model.CONSERVED)).view(LADDER);

        assertThat(view.instrument()).hasToString("alpha:BTCUSDT");
        assertThat(view.formula()).isEqualTo("maintenance-on-value");
        assertThat(view.tiersSource()).contains("assumed");
        assertThat(view.ladder().rungs()).hasSize(4).extracting(Rung::safe).doesNotContainNull();
    }

    @Test
    void marginTiers_areThoseKnownThen_andNameTheAnswer() {
        Instrument instrument = world.traded("alpha", HOURS);
        Instant changed = START.plus(Duration.ofHours(HOURS - 48));

        world.catalog.record(instrument.id(), schedule("loose", 0.01), START);
        world.catalog.record(instrument.id(), schedule("strict", 0.4), changed);

        LadderReading now = world.ladders().open(query(null, Model.CONSERVED));
        LadderReading then = world.ladders().open(query(changed.minusSeconds(1), Model.CONSERVED));
        assertThat(now.view(LADDER).tiersSource()).startsWith("strict");
        assertThat(then.view(LADDER).tiersSource()).startsWith("loose");
        assertThat(now.market().inputHash())
                .isNotEqualTo(now.snapshot().market().inputHash());
    }

    private static MarginSchedule schedule(String source, double rate) {
        return MarginSchedule.ofSteps(
                List.of(new Step(Double.POSITIVE_INFINITY, rate, 100)), 0, source, LocalDate.EPOCH);
    }
}
