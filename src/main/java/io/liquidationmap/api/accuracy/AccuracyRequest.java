package io.liquidationmap.api.accuracy;

import io.liquidationmap.api.query.Parameter;
import io.liquidationmap.api.query.PastInstant;
import io.liquidationmap.api.query.PointInTime;
import io.liquidationmap.api.query.Query;
import io.liquidationmap.api.representation.Rendition;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// A question about how wrong maps have been.
///
/// @param asOf by what had happened then
/// @param past whether the client named that instant
record AccuracyRequest(Instant asOf, boolean past, Rendition rendition) {

    static final Parameter<Instant> AS_OF = Parameter.optional(
            "asOf",
            new PointInTime(),
            "2026-06-22T07:45:00Z",
            "The instant the answer is for: only what had happened by then is scored, and nothing is compared with the"
                    + " positions of public accounts, which are not kept for ever. Without it, the beginning of the present minute.");

    static AccuracyRequest read(Query query, Clock clock) {
        Instant asOf = PastInstant.find(query, AS_OF, clock);
        return new AccuracyRequest(
                asOf == null ? clock.instant().truncatedTo(ChronoUnit.MINUTES) : asOf,
                asOf != null,
                AccuracyAnswer.TABLES.read(query));
    }
}
