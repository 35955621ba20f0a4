package io.liquidationmap.ingestion.kraken;

import static org.assertj.core.api.Assertions.assertThat;

import io.liquidationmap.testing.SettableClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class KrakenLimitsTest {

    private static final URI CANDLES = URI.create("https://kraken.test/api/charts/v1/mark/PF_XBTUSD/5m?from=1&to=2");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final SettableClock clock = new SettableClock(NOON);
    private final KrakenLimits limits = new KrakenLimits(clock, clock::advance);

    @Test
    void theFirstOfEveryFiveMinutes_followFaster_theOthersAtFiveASecond() {
        assertThat(secondsFor(120)).isEqualTo(5.95);
        assertThat(secondsFor(101)).isEqualTo(20);

        clock.set(NOON.plus(Duration.ofMinutes(5)));
        assertThat(secondsFor(120)).isEqualTo(5.95);
    }

    @Test
    void noneFollowsFaster_forADayAfterTheVenueHasObjected() {
        limits.afterRefusal();
        assertThat(secondsFor(101)).isEqualTo(20);

        clock.set(NOON.plus(Duration.ofDays(1)));
        assertThat(secondsFor(101)).isEqualTo(5);
    }

    private double secondsFor(int requests) {
        Instant begin = clock.instant();
        for (int i = 0; i < requests; i++) {
            limits.beforeRequest(CANDLES);
        }
        return Duration.between(begin, clock.instant()).toMillis() / 1000.0;
    }
}
