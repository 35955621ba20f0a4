package io.liquidationmap.ingestion.okx;

import static org.assertj.core.api.Assertions.assertThat;

import io.liquidationmap.testing.SettableClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;

class OkxLimitsTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final SettableClock clock = new SettableClock(NOON);
    private final OkxLimits limits = new OkxLimits(clock, clock::advance);

    /// Nine tenths of the documented limit, over twenty seconds, and one for the first that need not wait.
    @ParameterizedTest
    @CsvSource({
        "market/candles, 361",
        "market/history-candles, 181",
        "market/mark-price-candles, 181",
        "market/history-mark-price-candles, 181",
        "public/instruments, 181",
        "public/open-interest, 181",
        "public/funding-rate-history, 91",
        "public/position-tiers, 91",
        "public/mark-price, 91",
        "rubik/stat/contracts/open-interest-history, 91",
        "rubik/stat/contracts/long-short-account-ratio-contract, 46",
        "rubik/stat/contracts/long-short-position-ratio-contract-top-trader, 46",
        "rubik/stat/taker-volume-contract, 46"
    })
    void eachEndpoint_hasItsLimit(String endpoint, int requestsInTwentySeconds) {
        int requests = 0;
        while (clock.instant().isBefore(NOON.plusSeconds(20))) {
            limits.beforeRequest(uri(endpoint, "BTC-USDT-SWAP"));
            limits.afterResponse(uri(endpoint, "BTC-USDT-SWAP"), new HttpHeaders());
            requests++;
        }

        assertThat(requests).isEqualTo(requestsInTwentySeconds);
    }

    @Test
    void statistics_areLimitedByContract_andCandlesTogether() {
        limits.beforeRequest(uri("rubik/stat/taker-volume-contract", "BTC-USDT-SWAP"));
        limits.beforeRequest(uri("rubik/stat/taker-volume-contract", "ETH-USDT-SWAP"));
        assertThat(clock.instant()).isEqualTo(NOON);

        limits.beforeRequest(uri("market/candles", "BTC-USDT-SWAP"));
        limits.beforeRequest(uri("market/candles", "ETH-USDT-SWAP"));
        assertThat(Duration.between(NOON, clock.instant())).isBetween(Duration.ofMillis(50), Duration.ofMillis(60));
    }

    private static URI uri(String endpoint, String contract) {
        return URI.create("https://okx.test/api/v5/" + endpoint + "?instId=" + contract + "&limit=100");
    }
}
