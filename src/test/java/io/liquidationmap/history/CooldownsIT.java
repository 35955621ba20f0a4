package io.liquidationmap.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.liquidationmap.testing.PostgresTest;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PostgresTest
class CooldownsIT {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Autowired
    Cooldowns cooldowns;

    @Test
    void cooldown_isUnknown_untilOneIsWanted() {
        assertThat(cooldowns.until("quiet.example")).isEmpty();
    }

    @Test
    void cooldown_isTheLongest_ofThoseOfTheHost() {
        cooldowns.extend("api.example:8443", NOON);
        cooldowns.extend("api.example:8443", NOON.plusSeconds(60));
        cooldowns.extend("api.example:8443", NOON.plusSeconds(30));
        cooldowns.extend("api.example", NOON.plusSeconds(90));

        assertThat(cooldowns.until("api.example:8443")).contains(NOON.plusSeconds(60));
        assertThat(cooldowns.until("api.example")).contains(NOON.plusSeconds(90));
    }
}
