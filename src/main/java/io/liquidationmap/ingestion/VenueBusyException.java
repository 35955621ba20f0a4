package io.liquidationmap.ingestion;

import java.time.Duration;

/// The service's own share of a venue's request budget is used up for the moment. Nothing is wrong with the venue:
/// the work is put off, and no failure is recorded.
public final class VenueBusyException extends VenueUnavailableException {

    private static final long serialVersionUID = 1L;

    /// @param message which budget, for the operator
    /// @param retryAfter until there is budget again
    public VenueBusyException(String message, Duration retryAfter) {
        super(message, retryAfter, null);
    }
}
