package io.liquidationmap.history;

import io.liquidationmap.testing.SettableClock;
import java.time.Instant;

class InMemoryBarHistoryTest extends BarHistoryContract {

    private final SettableClock clock = new SettableClock(Instant.parse("2026-01-01T00:00:00Z"));
    private final BarHistory history = new InMemoryBarHistory(clock);

    @Override
    BarHistory history() {
        return history;
    }

    @Override
    SettableClock clock() {
        return clock;
    }
}
