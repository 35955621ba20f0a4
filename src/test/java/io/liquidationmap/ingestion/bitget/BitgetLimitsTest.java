package io.liquidationmap.ingestion.bitget;

import static org.assertj.core.api.Assertions.assertThat;

import io.liquidationmap.testing.SettableClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;

class BitgetLimitsTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final SettableClock clock = new SettableClock(NOON);
    private final BitgetLimits limits = new BitgetLimits(clock, clock::advance);

    @ParameterizedTest
    @CsvSource({"candles, 180", "query-position-lever, 90", "account-long-short, 9", "taker-buy-sell, 9"})
    void tenSeconds_holdNineTenthsOfWhatAnEndpointAllows(String endpoint, int requests) {
        for (int i = 0; i <= requests; i++) {
            limits.beforeRequest(uri(endpoint));
        }

        assertThat(passed()).isCloseTo(Duration.ofSeconds(10), Duration.ofMillis(1));
    }

    @Test
    void aMinute_holdsNineTenthsOfWhatIsAllowedInAll() {
        for (int i = 0; i <= 5_400; i++) {
            limits.beforeRequest(uri("endpoint-" + i));
        }

        assertThat(passed()).isCloseTo(Duration.ofMinutes(1), Duration.ofMillis(1));
    }

    @ParameterizedTest
    @CsvSource({
        "candles, 0, 1000",
        "candles, 1, 55",
        "candles, many, 55",
        // The one request of this second has been made: that is no news.
        "taker-buy-sell, 0, 1111"
    })
    void anEndpointThatIsUsedUp_isLeftAlone_forTheSecond(String endpoint, String remaining, long expectedMs) {
        HttpHeaders headers = new HttpHeaders();
        headers.add("X-Mbx-Used-Remain-Limit", remaining);
        limits.beforeRequest(uri(endpoint));
        limits.afterResponse(uri(endpoint), headers);
        limits.beforeRequest(uri("tickers"));
        assertThat(passed()).isLessThan(Duration.ofMillis(12));

        limits.beforeRequest(uri(endpoint));
        assertThat(passed().toMillis()).isBetween(expectedMs, expectedMs + 1);
    }

    @ParameterizedTest
    @CsvSource({"429, soon, 300", "429, 17, 17", "403, 17, 17"})
    void whoIsTurnedAway_waitsForFiveMinutes_unlessTheVenueSays(int status, String said, long seconds) {
        assertThat(limits.retryAfter(status, retryAfter(said))).contains(Duration.ofSeconds(seconds));
    }

    @Test
    void theFirewall_isNotTheLimit() {
        assertThat(limits.retryAfter(403, new HttpHeaders())).isEmpty();
    }

    private static HttpHeaders retryAfter(String said) {
        HttpHeaders headers = new HttpHeaders();
        headers.add(HttpHeaders.RETRY_AFTER, said);
        return headers;
    }

    private Duration passed() {
        return Duration.between(NOON, clock.instant());
    }

    private static URI uri(String endpoint) {
        return URI.create("https://bitget.test/api/v2/mix/market/" + endpoint + "?symbol=BTCUSDT");
    }
}
