package io.liquidationmap.ingestion.http;

import io.liquidationmap.ingestion.VenueUnavailableException;
import java.lang.reflect.Method;
import org.springframework.resilience.retry.MethodRetryPredicate;

/// Whether a failed request may succeed when it is made again at once: not if the venue asked to wait, and not if it
/// found fault with the request.
public final class PassingFailure implements MethodRetryPredicate {

    @Override
    public boolean shouldRetry(Method method, Throwable failure) {
        return failure instanceof VenueUnavailableException unavailable
                && unavailable.retryAfter() == null
                && !(unavailable instanceof RefusedRequestException);
    }
}
