package io.liquidationmap.maps;

import java.time.Duration;

/// More maps are being computed than the service can take on.
public final class BusyException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    BusyException() {
        super("all computing threads are busy and the queue is full");
    }

    /// When it is worth asking again.
    public Duration retryAfter() {
        return RETRY_AFTER;
    }
}
