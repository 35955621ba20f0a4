package io.liquidationmap.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.liquidationmap.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StoreOutageTest {

    private static final Instant FIRST = Instant.parse("2026-06-22T07:45:00Z");

    private final SettableClock clock = new SettableClock(FIRST);
    private final StoreOutage outage = new StoreOutage(clock);

    @Test
    void noticed_staysAtTheFirstFailure_whileFailuresGoOn() {
        outage.noticed();
        clock.advance(Duration.ofMinutes(4));
        outage.noticed();
        clock.advance(Duration.ofMinutes(4));

        assertThat(outage.noticed()).isEqualTo(FIRST);
    }

    @Test
    void noticed_beginsAnew_afterAQuietTime() {
        outage.noticed();
        clock.advance(Duration.ofMinutes(6));

        assertThat(outage.noticed()).isEqualTo(FIRST.plus(Duration.ofMinutes(6)));
    }
}
