package io.liquidationmap.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// The real time, of which a test can skip what it would otherwise wait through. In UTC.
public final class SkippableClock extends Clock {

    private final Clock real = Clock.systemUTC();
    private volatile Duration skipped = Duration.ZERO;

    /// Shows from now on what it would have shown `duration` later.
    public void skip(Duration duration) {
        skipped = skipped.plus(duration);
    }

    @Override
    public Instant instant() {
        return real.instant().plus(skipped);
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
