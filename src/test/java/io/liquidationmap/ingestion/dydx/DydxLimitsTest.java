package io.liquidationmap.ingestion.dydx;

import static org.assertj.core.api.Assertions.assertThat;

import io.liquidationmap.testing.SettableClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;

class DydxLimitsTest {

    private static final URI CANDLES = URI.create("https://dydx.test/v4/candles/perpetualMarkets/BTC-USD?limit=1000");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final SettableClock clock = new SettableClock(NOON);
    private final DydxLimits limits = new DydxLimits(clock, clock::advance);

    @ParameterizedTest
    @CsvSource({
        // Ten are left when nobody but us has asked.
        "10, 4000, 111",
        "9, 4000, 4000",
        "0, 4000, 4000",
        // What is off by more than the ten seconds is not believed, and what is over holds nothing.
        "0, 3600000, 10000",
        "0, -500, 111",
        "none, 4000, 111"
    })
    void theVenuesCount_holdsRequests_untilItBeginsAnew(String remaining, long resetMs, long expectedMs) {
        limits.beforeRequest(CANDLES);
        limits.afterResponse(
                CANDLES, headers(remaining, NOON.plusMillis(resetMs).toEpochMilli()));
        limits.beforeRequest(CANDLES);

        assertThat(Duration.between(NOON, clock.instant()).toMillis()).isEqualTo(expectedMs);
    }

    @Test
    void withoutATime_theyWaitForAWholeWindow() {
        HttpHeaders headers = headers("0", 0);
        headers.remove("RateLimit-Reset");
        limits.afterResponse(CANDLES, headers);
        limits.beforeRequest(CANDLES);

        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(10));
    }

    private static HttpHeaders headers(String remaining, long reset) {
        HttpHeaders headers = new HttpHeaders();
        headers.add("RateLimit-Limit", "100");
        headers.add("RateLimit-Remaining", remaining);
        headers.add("RateLimit-Reset", Long.toString(reset));
        return headers;
    }
}
