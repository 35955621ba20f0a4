package io.liquidationmap.api.query;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An instant that has come: the only ones of which there is something to know.
public final class PastInstant {

    private PastInstant() {}

    /// The instant asked for, null if none is. One in the future is refused.
    public static @Nullable Instant find(Query query, Parameter<Instant> parameter, Clock clock) {
        Instant instant = query.find(parameter);
        Instant now = clock.instant();
        if (instant != null && instant.isAfter(now)) {
            query.refuse(parameter, "lies in the future", "an instant up to now, " + now);
        }
        return instant;
    }
}
