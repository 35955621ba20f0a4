package io.liquidationmap.maps;

import static org.assertj.core.api.Assertions.assertThat;

import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.MarginSchedule;
import io.liquidationmap.market.MarginSchedule.Step;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParameterSourceTest {

    private static final Instant NOW = MapsWorld.START.plus(Duration.ofDays(2));

    private final MapsWorld world = new MapsWorld();
    private final Instrument instrument = world.traded("alpha", 48);
    private final ParameterSource source =
            new ParameterSource(world.calibrations.models(), MapsWorld.properties(Duration.ZERO));

    @Test
    void whatIsKnown_isRemembered() {
        assertThat(source.of(instrument, NOW)).isSameAs(source.of(instrument, NOW));
    }

    @Test
    void scheduleThatIsStored_isSeenAtOnce() {
        world.catalog.record(instrument.id(), schedule(0.004), MapsWorld.START);
        var before = source.of(instrument, NOW).parameters();

        world.catalog.record(instrument.id(), schedule(0.02), NOW);

        assertThat(source.of(instrument, NOW).parameters()).isNotEqualTo(before);
        assertThat(source.of(instrument, NOW.minusSeconds(1)).parameters()).isEqualTo(before);
    }

    private static MarginSchedule schedule(double rate) {
        return MarginSchedule.ofSteps(
                List.of(new Step(Double.POSITIVE_INFINITY, rate, 20)), 0, "made up", LocalDate.EPOCH);
    }
}
