package io.liquidationmap.api.accuracy;

import io.liquidationmap.api.query.Parameter;
import io.liquidationmap.api.query.PastInstant;
import io.liquidationmap.api.query.PointInTime;
import io.liquidationmap.api.query.Query;
import io.liquidationmap.api.representation.Format;
import io.liquidationmap.api.representation.FormatParameter;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A question about how wrong maps have been.
///
/// @param asOf by what had happened then; null for by what has happened
record AccuracyRequest(@Nullable Instant asOf, Format format) {

    static final Parameter<Instant> AS_OF = Parameter.optional(
            "asOf",
            new PointInTime(),
            "2026-06-22T07:45:00Z",
            "The instant the answer is for: only what had happened by then is scored, and nothing is compared with the"
                    + " positions of public accounts, which are not kept for ever. Without it, now.");

    static AccuracyRequest read(Query query, Clock clock) {
        return new AccuracyRequest(PastInstant.find(query, AS_OF, clock), FormatParameter.read(query));
    }
}
