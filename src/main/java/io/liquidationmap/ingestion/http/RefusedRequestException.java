package io.liquidationmap.ingestion.http;

import io.liquidationmap.ingestion.VenueUnavailableException;
import org.jspecify.annotations.Nullable;

/// The venue found fault with the request itself: the same request would be refused again.
final class RefusedRequestException extends VenueUnavailableException {

    private static final long serialVersionUID = 1L;

    RefusedRequestException(String message, @Nullable Throwable cause) {
        super(message, null, cause);
    }
}
