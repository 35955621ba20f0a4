package io.liquidationmap.ingestion.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.liquidationmap.history.Cooldowns;
import io.liquidationmap.history.InMemoryCooldowns;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class CooldownTest {

    private static final String HOST = "api.example";
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final InMemoryCooldowns stored = new InMemoryCooldowns();
    private boolean reachable = true;

    @Test
    void isOver_whereNothingWasEverWanted() {
        assertThat(cooldown().until(HOST)).isEqualTo(Instant.EPOCH);
    }

    @Test
    void isRemembered_byTheNextOne() {
        cooldown().extend(HOST, NOON);

        assertThat(cooldown().until(HOST)).isEqualTo(NOON);
    }

    @Test
    void isNotShortened() {
        Cooldown cooldown = cooldown();
        cooldown.extend(HOST, NOON);
        cooldown.extend(HOST, NOON.minusSeconds(60));

        assertThat(cooldown.until(HOST)).isEqualTo(NOON);
    }

    @Test
    void isKept_thoughItCannotBeStored() {
        reachable = false;
        Cooldown cooldown = cooldown();
        cooldown.extend(HOST, NOON);

        assertThat(cooldown.until(HOST)).isEqualTo(NOON);
    }

    @Test
    void isAskedForAgain_ifTheDatabaseCouldNotBeReached() {
        stored.extend(HOST, NOON);
        Cooldown cooldown = cooldown();

        reachable = false;
        assertThat(cooldown.until(HOST)).isEqualTo(Instant.EPOCH);
        reachable = true;
        assertThat(cooldown.until(HOST)).isEqualTo(NOON);
    }

    private Cooldown cooldown() {
        return new Cooldown(new Cooldowns() {
            @Override
            public Optional<Instant> until(String host) {
                requireDatabase();
                return stored.until(host);
            }

            @Override
            public void extend(String host, Instant until) {
                requireDatabase();
                stored.extend(host, until);
            }
        });
    }

    private void requireDatabase() {
        if (!reachable) {
            throw new DataAccessResourceFailureException("down");
        }
    }
}
