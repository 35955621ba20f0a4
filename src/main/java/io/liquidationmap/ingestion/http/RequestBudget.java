package io.liquidationmap.ingestion.http;

import io.liquidationmap.ingestion.VenueBusyException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// How much may still be asked of a venue in the present window of time, counted in whatever unit the venue counts.
/// Windows begin at whole multiples of their length, as venues' do. Thread-safe.
public final class RequestBudget {

    private final String name;
    private final long limit;
    private final Duration window;
    private final Clock clock;
    private long windowNumber = -1;
    private long used;

    /// @param name for the operator
    /// @param limit what may be used in one window
    public RequestBudget(String name, long limit, Duration window, Clock clock) {
        this.name = name;
        this.limit = limit;
        this.window = window;
        this.clock = clock;
    }

    /// Sets `cost` aside for a request about to be made.
    ///
    /// @throws VenueBusyException if the window has no more room for it; says when the next one begins
    public void take(long cost) {
        takeLeaving(0, cost);
    }

    /// Sets `cost` aside for a request that can wait, as long as `reserve` then remains for those that cannot.
    ///
    /// @throws VenueBusyException if not so much remains in the window; says when the next one begins
    public synchronized void takeLeaving(long reserve, long cost) {
        Instant now = clock.instant();
        turnTo(now);
        if (used + cost + reserve > limit) {
            Instant next = Instant.ofEpochMilli((windowNumber + 1) * window.toMillis());
            throw new VenueBusyException(name + " is used up", Duration.between(now, next));
        }
        used += cost;
    }

    /// Sets `cost` aside if there is room for it.
    ///
    /// @return whether there was
    public synchronized boolean takeIfThere(long cost) {
        turnTo(clock.instant());
        if (used + cost > limit) {
            return false;
        }
        used += cost;
        return true;
    }

    /// Corrects the count by the venue's own, which includes what others behind the same address have used.
    ///
    /// @param count what the venue says has been used in the present window
    public synchronized void correct(long count) {
        turnTo(clock.instant());
        used = Math.max(used, count);
    }

    private void turnTo(Instant now) {
        long number = Math.floorDiv(now.toEpochMilli(), window.toMillis());
        if (number != windowNumber) {
            windowNumber = number;
            used = 0;
        }
    }
}
