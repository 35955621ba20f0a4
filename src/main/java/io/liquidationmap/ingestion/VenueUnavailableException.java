package io.liquidationmap.ingestion;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A venue did not answer, or not properly. Costs that venue its freshness and nothing else.
public class VenueUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final @Nullable Duration retryAfter;

    /// @param message what happened, for the operator; appears at `/api/status`
    /// @param retryAfter how long the venue asked to be left alone, if it did
    public VenueUnavailableException(String message, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        super(message, cause);
        this.retryAfter = retryAfter;
    }

    /// How long the venue asked to be left alone; null if it did not say.
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
