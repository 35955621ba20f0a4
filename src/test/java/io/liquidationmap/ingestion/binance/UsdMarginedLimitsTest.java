package io.liquidationmap.ingestion.binance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.liquidationmap.ingestion.VenueBusyException;
import io.liquidationmap.testing.SettableClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;

class UsdMarginedLimitsTest {

    private static final URI STATISTICS = URI.create("https://fapi.test/futures/data/openInterestHist?limit=500");
    private static final URI FUNDING = URI.create("https://fapi.test/fapi/v1/fundingRate?limit=1000");
    private static final URI OPEN_INTEREST = URI.create("https://fapi.test/fapi/v1/openInterest?symbol=BTCUSDT");

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T12:00:00Z"));
    private final UsdMarginedLimits limits = new UsdMarginedLimits(clock);

    @ParameterizedTest
    @CsvSource({"3,2160", "99,2160", "100,1080", "499,1080", "500,432", "1000,432", "1001,216", "1500,216"})
    void klines_weighMoreTheMoreRowsTheyAskFor(int limit, int requestsPerMinute) {
        URI klines = URI.create("https://fapi.test/fapi/v1/klines?symbol=BTCUSDT&limit=" + limit);
        assertThat(untilRefused(klines)).isEqualTo(requestsPerMinute);

        clock.advance(Duration.ofMinutes(1));
        assertThatCode(() -> limits.beforeRequest(klines)).doesNotThrowAnyException();
    }

    @Test
    void eachLimit_isCountedByItself() {
        assertThat(untilRefused(STATISTICS)).isEqualTo(900);
        assertThat(untilRefused(FUNDING)).isEqualTo(450);
        assertThat(untilRefused(OPEN_INTEREST)).isEqualTo(2160);
    }

    @Test
    void venuesOwnCount_isBelieved() {
        HttpHeaders headers = new HttpHeaders();
        headers.add("x-mbx-used-weight-1m", "2159");
        limits.afterResponse(OPEN_INTEREST, headers);

        assertThat(untilRefused(OPEN_INTEREST)).isEqualTo(1);
    }

    @Test
    void strangeHeader_isIgnored() {
        HttpHeaders headers = new HttpHeaders();
        headers.add("X-MBX-USED-WEIGHT-1M", "many");
        limits.afterResponse(OPEN_INTEREST, headers);

        assertThatCode(() -> limits.beforeRequest(OPEN_INTEREST)).doesNotThrowAnyException();
    }

    private int untilRefused(URI uri) {
        for (int i = 0; i < 3000; i++) {
            try {
                limits.beforeRequest(uri);
            } catch (VenueBusyException e) {
                assertThatExceptionOfType(VenueBusyException.class).isThrownBy(() -> limits.beforeRequest(uri));
                return i;
            }
        }
        return Integer.MAX_VALUE;
    }
}
