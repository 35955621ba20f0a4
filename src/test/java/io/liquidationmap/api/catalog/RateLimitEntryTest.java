package io.liquidationmap.api.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.liquidationmap.api.ApiProperties.RateLimit;
import io.liquidationmap.api.catalog.LimitsEntry.RateLimitEntry;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateLimitEntryTest {

    @Test
    void whatIsNotLimited_isNull() {
        assertThat(RateLimitEntry.of(new RateLimit(0, 60, Duration.ofMinutes(2))))
                .isEqualTo(new RateLimitEntry(120, null, 60));
    }
}
