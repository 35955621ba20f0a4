package io.liquidationmap.ingestion.binance;

import static org.assertj.core.api.Assertions.assertThat;

import io.liquidationmap.ingestion.VenueBusyException;
import io.liquidationmap.testing.SettableClock;
import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;

class CoinMarginedLimitsTest {

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T12:00:00Z"));
    private final CoinMarginedLimits limits = new CoinMarginedLimits(clock);

    @ParameterizedTest
    @CsvSource({
        "/dapi/v1/klines?limit=1500,216",
        "/dapi/v1/markPriceKlines?limit=99,2160",
        "/dapi/v1/premiumIndex?symbol=BTCUSD_PERP,216",
        "/dapi/v1/fundingRate?limit=1000,2160",
        "/futures/data/openInterestHist?limit=500,2160"
    })
    void everything_weighsOnOneBudget(String request, int perMinute) {
        assertThat(untilRefused(request)).isEqualTo(perMinute);
        assertThat(untilRefused("/dapi/v1/openInterest")).isZero();
    }

    @ParameterizedTest
    @CsvSource({"2150,1", "2160,0"})
    void venuesOwnCount_isBelieved(String used, int pricesLeft) {
        HttpHeaders headers = new HttpHeaders();
        headers.add("X-MBX-USED-WEIGHT-1M", used);
        limits.afterResponse(URI.create("https://dapi.test/dapi/v1/openInterest"), headers);

        assertThat(untilRefused("/dapi/v1/premiumIndex")).isEqualTo(pricesLeft);
    }

    private int untilRefused(String request) {
        for (int i = 0; i < 3000; i++) {
            try {
                limits.beforeRequest(URI.create("https://dapi.test" + request));
            } catch (VenueBusyException e) {
                return i;
            }
        }
        return Integer.MAX_VALUE;
    }
}
