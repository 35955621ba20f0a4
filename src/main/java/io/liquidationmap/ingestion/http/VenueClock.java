package io.liquidationmap.ingestion.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/// A venue's clock, as far as the `Date` of its answers tells. It goes like ours until an answer proves otherwise: what an
/// answer says was true for a second at some time between question and answer, and only so much is believed. Thread-safe.
public final class VenueClock extends Clock {

    /// Who is further off than this has answered from somewhere else than the venue.
    private static final Duration BELIEVABLE = Duration.ofMinutes(15);

    /// An answer is dated to the second, rounded down.
    private static final Duration PRECISION = Duration.ofSeconds(1);

    private final Clock ours;
    private volatile Duration lead = Duration.ZERO;

    VenueClock(Clock ours) {
        this.ours = ours;
    }

    @Override
    public Instant instant() {
        return ours.instant().plus(lead);
    }

    @Override
    public ZoneId getZone() {
        return ours.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        VenueClock other = new VenueClock(ours.withZone(zone));
        other.lead = lead;
        return other;
    }

    /// Learns from an answer.
    ///
    /// @param asked when, by our clock
    /// @param answered when, by our clock
    /// @param date the venue's time in between
    synchronized void observe(Instant asked, Instant answered, Instant date) {
        Duration least = Duration.between(answered, date);
        Duration most = Duration.between(asked, date.plus(PRECISION));
        if (least.compareTo(BELIEVABLE) > 0 || most.compareTo(BELIEVABLE.negated()) < 0) {
            return;
        }
        if (lead.compareTo(least) < 0) {
            lead = least;
        } else if (lead.compareTo(most) > 0) {
            lead = most;
        }
    }
}
