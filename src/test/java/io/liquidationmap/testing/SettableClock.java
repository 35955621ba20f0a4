package io.liquidationmap.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// A clock that stands still until a test moves it. In UTC.
public final class SettableClock extends Clock {

    private volatile Instant now;

    /// A clock that shows `now`.
    public SettableClock(Instant now) {
        this.now = now;
    }

    /// Makes it show `instant`.
    public void set(Instant instant) {
        now = instant;
    }

    /// Moves it on.
    public void advance(Duration duration) {
        now = now.plus(duration);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("this clock knows UTC only");
    }
}
