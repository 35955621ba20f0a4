package io.liquidationmap.api.liquidations;

import io.liquidationmap.api.query.Parameter;
import io.liquidationmap.api.query.ParameterError;
import io.liquidationmap.api.query.PointInTime;
import io.liquidationmap.api.query.Query;
import io.liquidationmap.api.query.RangeLength;
import io.liquidationmap.api.query.RefusedParametersException;
import io.liquidationmap.api.representation.Rendition;
import io.liquidationmap.maps.Market;
import io.liquidationmap.maps.MarketQuery;
import io.liquidationmap.maps.PriceWindow;
import io.liquidationmap.market.Range;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/// Asks what became of the levels between two instants.
///
/// @param market as of the second one
/// @param from the first one
record DiffRequest(MarketQuery market, Instant from, PriceWindow window, int buckets, Rendition rendition)
        implements MarketRequest {

    static final Parameter<Range> RANGE = Parameter.defaulting(
            "range",
            new RangeLength(),
            "30d",
            "7d",
            "Positions opened within the last … before `to`; `from` must lie in it. 24h is 1d, 1w is 7d, 1mo is 30d, 1y"
                    + " is 365d. The answer has the canonical form.");

    static final Parameter<Instant> FROM =
            Parameter.required("from", new PointInTime(), "2026-06-21T00:00:00Z", "The first instant.");

    static final Parameter<Instant> TO = Parameter.optional(
            "to",
            new PointInTime(),
            "2026-06-22T00:00:00Z",
            "The second instant: no later bar is used. Without it, asOf.");

    static DiffRequest read(Query query, Clock clock) {
        MarketQuery asked = MarketParameters.read(query, RANGE, clock);
        Instant from = query.get(FROM);
        MarketQuery market = MarketParameters.until(query, asked, TO, clock);
        return new DiffRequest(
                market,
                from,
                WindowParameters.read(query),
                query.get(MapRequest.BUCKETS),
                DiffAnswer.TABLES.read(query));
    }

    /// Only the data tell where the last bar ended.
    ///
    /// @throws RefusedParametersException if the first instant does not lie in the range before the second
    void verify(Market found) {
        Instant to = found.asOf();
        Instant earliest = found.range().before(to);
        if (!from.isBefore(to)) {
            throw refused("is not before the end", "an instant before " + to);
        }
        if (from.isBefore(earliest)) {
            throw refused(
                    "lies before the range that ends with `to`",
                    "an instant from " + earliest + " on, or a longer range");
        }
    }

    private static RefusedParametersException refused(String message, String allowed) {
        return new RefusedParametersException(List.of(new ParameterError(FROM.name(), message, allowed)));
    }
}
