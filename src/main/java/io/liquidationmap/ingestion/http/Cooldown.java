package io.liquidationmap.ingestion.http;

import io.liquidationmap.history.Cooldowns;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/// Until when one host wants to be left alone. Kept in memory, and remembered for whoever starts next; a database that
/// cannot be reached makes nobody forget what is known here.
final class Cooldown {

    private static final Logger log = LoggerFactory.getLogger(Cooldown.class);

    private final Cooldowns remembered;

    /// Null as long as nobody could say what was remembered.
    private final AtomicReference<@Nullable Instant> until = new AtomicReference<>();

    Cooldown(Cooldowns remembered) {
        this.remembered = remembered;
    }

    /// Until when; in the past if the host may be asked.
    Instant until(String host) {
        Instant known = until.get();
        if (known != null) {
            return known;
        }
        try {
            return later(remembered.until(host).orElse(Instant.EPOCH));
        } catch (DataAccessException e) {
            log.debug("Whether {} wants to be left alone is not known: {}", host, e.getMessage());
            return Instant.EPOCH;
        }
    }

    /// The host wants to be left alone; nothing changes if it already does for longer.
    void extend(String host, Instant wanted) {
        later(wanted);
        try {
            remembered.extend(host, wanted);
        } catch (DataAccessException e) {
            log.warn("{} is left alone until {}, but not after a restart: {}", host, wanted, e.getMessage());
        }
    }

    private Instant later(Instant wanted) {
        return until.updateAndGet(known -> known == null || wanted.isAfter(known) ? wanted : known);
    }
}
