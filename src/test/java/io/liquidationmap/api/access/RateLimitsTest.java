package io.liquidationmap.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.liquidationmap.api.ApiProperties;
import io.liquidationmap.api.ApiProperties.Cors;
import io.liquidationmap.api.ApiProperties.RateLimit;
import io.liquidationmap.api.ApiProperties.Stream;
import io.liquidationmap.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

class RateLimitsTest {

    private static final Client ADDRESS = Client.AtAddress.of("192.0.2.1");
    private static final Client KEY = new Client.WithKey(new Caller("grafana"));

    private final SettableClock clock = new SettableClock(Instant.parse("2026-01-01T00:00:00Z"));

    @Test
    void quietClient_maySendTheWholeLimitAtOnce() {
        RateLimits limits = limits(0, 3);

        assertThat(remaining(limits)).isEqualTo(2);
        assertThat(remaining(limits)).isEqualTo(1);
        assertThat(remaining(limits)).isZero();
        assertThat(limits.count(ADDRESS)).hasValueSatisfying(refused -> {
            assertThat(refused.granted()).isFalse();
            assertThat(refused.untilNext()).isEqualTo(Duration.ofSeconds(20));
            assertThat(refused.retryAfterSeconds()).isEqualTo(20);
            assertThat(refused.untilFull()).isEqualTo(Duration.ofMinutes(1));
        });
    }

    @Test
    void requests_comeBackEvenlyOverThePeriod() {
        RateLimits limits = limits(0, 3);
        for (int i = 0; i < 3; i++) {
            limits.count(ADDRESS);
        }

        clock.advance(Duration.ofMillis(19_999));
        assertThat(limits.count(ADDRESS)).hasValueSatisfying(early -> {
            assertThat(early.granted()).isFalse();
            assertThat(early.retryAfterSeconds()).isEqualTo(1);
        });
        clock.advance(Duration.ofMillis(1));
        assertThat(limits.count(ADDRESS))
                .hasValueSatisfying(next -> assertThat(next.granted()).isTrue());
        assertThat(limits.count(ADDRESS))
                .hasValueSatisfying(more -> assertThat(more.granted()).isFalse());
    }

    @Test
    void clients_haveLimitsOfTheirOwn() {
        RateLimits limits = limits(2, 1);

        limits.count(ADDRESS);
        assertThat(limits.count(ADDRESS))
                .hasValueSatisfying(second -> assertThat(second.granted()).isFalse());
        assertThat(limits.count(Client.AtAddress.of("192.0.2.2")))
                .hasValueSatisfying(other -> assertThat(other.granted()).isTrue());
        assertThat(limits.count(KEY)).hasValueSatisfying(key -> {
            assertThat(key.granted()).isTrue();
            assertThat(key.limit()).isEqualTo(2);
        });
    }

    @Test
    void nothingIsLimited_unlessConfigured() {
        assertThat(limits(0, 0).count(ADDRESS)).isEmpty();
        assertThat(limits(0, 1).count(KEY)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2001:db8:1:2::1, 2001:db8:1:2:ffff:ffff:ffff:ffff, true",
        "2001:db8:1:2::1, 2001:db8:1:3::1, false",
        "fe80::1%eth0, fe80::2, true",
        "::ffff:192.0.2.1, 192.0.2.1, true",
        "192.0.2.1, 192.0.2.2, false"
    })
    void addressesOfOneNetwork_areOneClient(String one, String other, boolean same) {
        assertThat(Client.AtAddress.of(one).equals(Client.AtAddress.of(other))).isEqualTo(same);
    }

    private static final Duration SECOND = Duration.ofSeconds(1);

    private long remaining(RateLimits limits) {
        Allowance allowance = limits.count(ADDRESS).orElseThrow();
        assertThat(allowance.granted()).isTrue();
        return allowance.remaining();
    }

    private RateLimits limits(int perKey, int perAddress) {
        return new RateLimits(
                new ApiProperties(
                        new Cors(List.of()),
                        DataSize.ofMegabytes(1),
                        Duration.ZERO,
                        List.of(),
                        false,
                        new RateLimit(perKey, perAddress, Duration.ofMinutes(1)),
                        new Stream(1, 1, SECOND, SECOND, SECOND)),
                clock);
    }
}
