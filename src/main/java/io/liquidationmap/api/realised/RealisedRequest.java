package io.liquidationmap.api.realised;

import io.liquidationmap.api.query.CommaList;
import io.liquidationmap.api.query.Parameter;
import io.liquidationmap.api.query.PointInTime;
import io.liquidationmap.api.query.Query;
import io.liquidationmap.api.query.RangeLength;
import io.liquidationmap.api.query.StepLength;
import io.liquidationmap.api.query.SymbolName;
import io.liquidationmap.api.query.VenueName;
import io.liquidationmap.api.representation.Rendition;
import io.liquidationmap.maps.RealisedQuery;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.Range;
import io.liquidationmap.market.Venue;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Asks what was liquidated.
///
/// @param range the stretch as a length; null where its ends were given
record RealisedRequest(RealisedQuery query, @Nullable Range range, Rendition rendition) {

    private static final int MOST_VENUES = 32;
    private static final String SINCE = "either range or from";

    static final Parameter<String> SYMBOL = Parameter.defaulting(
            "symbol",
            new SymbolName(),
            "BTC",
            "BTC",
            "A base asset (BTC: all its perpetuals on all venues counted) or a venue's own instrument (BTCUSDT,"
                    + " BTC-USDT-SWAP). Case does not matter.");

    static final Parameter<Set<Venue>> VENUES = Parameter.optional(
            "venues",
            new CommaList<>(new VenueName(), MOST_VENUES),
            "binance",
            "The venues to count. Without it, all that list the symbol.");

    static final Parameter<Range> RANGE = Parameter.defaulting(
            "range", new RangeLength(), "30d", "7d", "How far before `to` the stretch begins. Not together with from.");

    static final Parameter<Instant> FROM = Parameter.optional(
            "from", new PointInTime(), "2026-06-21T00:00:00Z", "Where the stretch begins; the first whole step after.");

    static final Parameter<Instant> TO =
            Parameter.optional("to", new PointInTime(), "2026-06-22T00:00:00Z", "Where it ends. Without it, at asOf.");

    static final Parameter<Interval> STEP = Parameter.defaulting(
            "step",
            new StepLength(),
            "1h",
            "1h",
            "Into what the stretch is cut. Steps begin at whole multiples of their length in UTC, and only those that"
                    + " have ended are answered.");

    static final Parameter<Instant> AS_OF = Parameter.optional(
            "asOf",
            new PointInTime(),
            "2026-06-22T07:45:00Z",
            "The instant the answer is for: no step that ended later, and no contract whose first bar did. What was"
                    + " missed is asked for afterwards where a venue remembers; then method.inputHash is another. Without"
                    + " it, now.");

    static RealisedRequest read(Query query, Clock clock) {
        String symbol = query.get(SYMBOL);
        Set<Venue> venues = query.find(VENUES);
        Range range = query.get(RANGE);
        Instant from = query.find(FROM);
        Instant to = query.find(TO);
        Interval step = query.get(STEP);
        Instant asOf = query.find(AS_OF);
        Rendition rendition = RealisedAnswer.TABLES.read(query);
        Instant now = clock.instant();
        if (asOf != null && asOf.isAfter(now)) {
            query.refuse(AS_OF, "lies in the future", "an instant up to now, " + now);
        }
        Instant latest = asOf == null ? now : asOf;
        if (to != null && to.isAfter(latest)) {
            query.refuse(TO, "lies after asOf", "an instant up to " + latest);
        }
        if (query.isGiven(FROM) && query.isGiven(RANGE)) {
            query.refuse(RANGE, "is given together with from", SINCE);
        }
        Instant end = to == null ? latest : to;
        Instant begin = from == null ? range.before(end) : from;
        if (!begin.isBefore(end)) {
            query.refuse(FROM, "is not before the end", "an instant before " + end);
        } else if (step.barsBetween(begin, end) > RealisedQuery.MOST_STEPS) {
            query.refuse(
                    STEP, "makes more than " + RealisedQuery.MOST_STEPS + " steps of that stretch", longer(begin, end));
        }
        RealisedQuery read = new RealisedQuery(symbol, venues == null ? Set.of() : venues, begin, end, step, asOf);
        return new RealisedRequest(read, query.isGiven(FROM) ? null : range, rendition);
    }

    private static String longer(Instant from, Instant to) {
        for (String step : new String[] {"5m", "15m", "30m", "1h", "2h", "4h", "8h"}) {
            if (Interval.parse(step).barsBetween(from, to) <= RealisedQuery.MOST_STEPS) {
                return step + " or longer for that stretch";
            }
        }
        return Interval.ONE_DAY + " for up to " + RealisedQuery.MOST_STEPS + " days, or a shorter stretch";
    }
}
