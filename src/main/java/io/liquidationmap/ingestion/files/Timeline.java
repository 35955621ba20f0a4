package io.liquidationmap.ingestion.files;

import io.liquidationmap.market.Interval;
import java.time.Instant;
import java.util.BitSet;

/// The open times a file may have, and those it has had. One bit for each, so that a file of any length is held
/// against itself in a few megabytes at most.
final class Timeline {

    /// No perpetual contract was traded before.
    private static final Instant BEGINNING = Instant.parse("2010-01-01T00:00:00Z");

    private final Interval interval;
    private final Instant now;
    private final BitSet taken = new BitSet();

    Timeline(Interval interval, Instant now) {
        this.interval = interval;
        this.now = now;
    }

    /// Takes the place of the bar that opens then.
    ///
    /// @throws IllegalArgumentException if there is none, or it is taken; with the reason
    void take(Instant openTime) {
        if (!interval.isBoundary(openTime)) {
            throw new IllegalArgumentException("time " + openTime + " is not on a boundary of " + interval);
        }
        if (openTime.isBefore(BEGINNING)) {
            throw new IllegalArgumentException("time " + openTime + " is before " + BEGINNING);
        }
        if (openTime.plus(interval.duration()).isAfter(now)) {
            throw new IllegalArgumentException("the bar of " + openTime + " has not ended yet");
        }
        int place = Math.toIntExact(interval.barsBetween(BEGINNING, openTime));
        if (taken.get(place)) {
            throw new IllegalArgumentException("a row for " + openTime + " came before; that one counts");
        }
        taken.set(place);
    }
}
