package io.liquidationmap.ingestion.bybit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.liquidationmap.ingestion.VenueBusyException;
import io.liquidationmap.testing.SettableClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;

class BybitLimitsTest {

    private static final URI KLINES = URI.create("https://bybit.test/v5/market/kline?limit=1000");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final SettableClock clock = new SettableClock(NOON);
    private final BybitLimits limits = new BybitLimits(clock, clock::advance);

    @Test
    void fiveSeconds_holdFewerRequestsThanAreAllowed() {
        for (int i = 0; i <= 540; i++) {
            limits.beforeRequest(KLINES);
        }

        assertThat(Duration.between(NOON, clock.instant())).isCloseTo(Duration.ofSeconds(5), Duration.ofMillis(1));
    }

    @ParameterizedTest
    @CsvSource({
        "'1772366400700', 700",
        // What a clock says that is far off, or nothing at all, is not believed.
        "'1772370000000', 10000",
        "soon, 10000",
        ", 10000"
    })
    void usedUpLimit_holdsEverything_untilItIsReset(String reset, long expectedMs) {
        limits.afterResponse(KLINES, headers("0", reset));

        VenueBusyException busy = catchThrowableOfType(VenueBusyException.class, () -> limits.beforeRequest(KLINES));
        assertThat(busy.retryAfter()).isEqualTo(Duration.ofMillis(expectedMs));
        clock.advance(Duration.ofMillis(expectedMs));
        assertThatCode(() -> limits.beforeRequest(KLINES)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"49", "many"})
    void otherHeaders_holdNothing(String status) {
        limits.afterResponse(KLINES, headers(status, "1772366400700"));

        assertThatCode(() -> limits.beforeRequest(KLINES)).doesNotThrowAnyException();
    }

    private static HttpHeaders headers(String status, String reset) {
        HttpHeaders headers = new HttpHeaders();
        if (status != null) {
            headers.add("x-bapi-limit-status", status);
        }
        if (reset != null) {
            headers.add("x-bapi-limit-reset-timestamp", reset);
        }
        return headers;
    }
}
