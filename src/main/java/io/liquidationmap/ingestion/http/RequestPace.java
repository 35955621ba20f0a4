package io.liquidationmap.ingestion.http;

import io.liquidationmap.ingestion.VenueBusyException;
import io.liquidationmap.ingestion.VenueUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// Spaces requests evenly, so that no stretch of the venue's window, whenever that begins, holds more of them than
/// allowed. For limits over seconds: unlike a [RequestBudget] it lets a request wait its turn, because work that needs
/// more requests than one window has room for would otherwise never be done. Thread-safe.
public final class RequestPace {

    /// Longer than this it is not worth holding a thread.
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String name;
    private final Duration spacing;
    private final Clock clock;
    private final Pause pause;
    private Instant nextTurn = Instant.MIN;
    private Instant heldUntil = Instant.MIN;

    /// @param name for the operator
    /// @param limit how many requests one window may hold
    public RequestPace(String name, int limit, Duration window, Clock clock, Pause pause) {
        this.name = name;
        this.spacing = Duration.ofNanos(Math.ceilDiv(window.toNanos(), limit));
        this.clock = clock;
        this.pause = pause;
    }

    /// Returns when it is the caller's turn.
    ///
    /// @throws VenueBusyException if so many are waiting that it would take too long
    public void await() {
        try {
            do {
                pause.of(untilTurn());
            } while (isHeld());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new VenueUnavailableException("was interrupted while a request waited its turn", null, e);
        }
    }

    /// Gives no turn for so long, because others behind the same address have used the window up. Whoever is waiting takes
    /// a new turn after it.
    public synchronized void hold(Duration duration) {
        Instant end = clock.instant().plus(duration);
        heldUntil = end.isAfter(heldUntil) ? end : heldUntil;
        nextTurn = nextTurn.isAfter(heldUntil) ? nextTurn : heldUntil;
    }

    private synchronized boolean isHeld() {
        return clock.instant().isBefore(heldUntil);
    }

    private synchronized Duration untilTurn() {
        Instant now = clock.instant();
        Instant turn = nextTurn.isAfter(now) ? nextTurn : now;
        Duration wait = Duration.between(now, turn);
        if (wait.compareTo(PATIENCE) > 0) {
            throw new VenueBusyException("too many " + name + " are waiting", wait);
        }
        nextTurn = turn.plus(spacing);
        return wait;
    }
}
