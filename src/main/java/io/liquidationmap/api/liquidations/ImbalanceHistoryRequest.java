package io.liquidationmap.api.liquidations;

import io.liquidationmap.api.query.Parameter;
import io.liquidationmap.api.query.PointInTime;
import io.liquidationmap.api.query.Query;
import io.liquidationmap.api.query.RangeLength;
import io.liquidationmap.api.representation.Rendition;
import io.liquidationmap.maps.HistoryQuery;
import io.liquidationmap.maps.MarketQuery;
import io.liquidationmap.market.Range;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// Asks for the imbalance over a stretch of time.
///
/// @param step between the points
record ImbalanceHistoryRequest(HistoryQuery history, Range step, Rendition rendition) {

    private static final Duration SHORTEST = Duration.ofHours(1);

    static final Parameter<Instant> TO = Parameter.optional(
            "to",
            new PointInTime(),
            "2026-06-22T07:45:00Z",
            "End of the stretch: no later bar is used. Without it, asOf.");

    static final Parameter<Instant> FROM = Parameter.optional(
            "from",
            new PointInTime(),
            "2026-01-01T00:00:00Z",
            "Beginning of the stretch, which must not lie before the data; instead of history.");

    static final Parameter<Range> HISTORY = Parameter.defaulting(
            "history",
            new RangeLength(),
            "365d",
            "180d",
            "Length of the stretch; where the data begin later, it begins with them.");

    static final Parameter<Range> STEP = Parameter.defaulting(
            "step",
            new RangeLength(),
            "1d",
            "4h",
            "Time between two points, which are the multiples of it since 1970 (1d: midnights UTC). At most "
                    + HistoryQuery.MOST_POINTS + " points.");

    static ImbalanceHistoryRequest read(Query query, Clock clock) {
        MarketQuery asked = MarketParameters.read(query, clock);
        Instant from = query.find(FROM);
        MarketQuery market = MarketParameters.until(query, asked, TO, clock);
        Range length = query.get(HISTORY);
        Range step = query.get(STEP);
        Instant to = market.asOf() == null ? clock.instant() : market.asOf();
        if (from != null && query.isGiven(HISTORY)) {
            query.refuse(HISTORY, "is given together with from", "either from or history");
        }
        Instant latest = to.minus(SHORTEST);
        if (from != null && from.isAfter(latest)) {
            query.refuse(FROM, "lies less than an hour before the end", "an instant up to " + latest);
        } else {
            requireSoundStep(query, step, from == null ? length.duration() : Duration.between(from, to));
        }
        return new ImbalanceHistoryRequest(
                new HistoryQuery(market, from, length.duration(), step.duration()),
                step,
                ImbalanceHistoryAnswer.TABLES.read(query));
    }

    private static void requireSoundStep(Query query, Range step, Duration length) {
        if (step.duration().compareTo(length) > 0) {
            query.refuse(STEP, "is longer than the stretch", "at most " + length.toHours() + "h here");
        }
        if (length.dividedBy(step.duration()) >= HistoryQuery.MOST_POINTS) {
            long shortest = Math.ceilDiv(length.toHours() + 1, HistoryQuery.MOST_POINTS);
            query.refuse(
                    STEP,
                    "gives more than " + HistoryQuery.MOST_POINTS + " points",
                    "at least " + shortest + "h for this stretch");
        }
    }
}
