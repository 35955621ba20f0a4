package io.liquidationmap.api.liquidations;

import io.liquidationmap.api.query.Query;
import io.liquidationmap.api.representation.Rendition;
import io.liquidationmap.maps.ExactQuery;
import java.time.Clock;

/// Asks for the map of known positions.
record ExactRequest(ExactQuery query, Rendition rendition) {

    static ExactRequest read(Query query, Clock clock) {
        String symbol = query.get(MarketParameters.SYMBOL);
        ExactQuery exact = new ExactQuery(
                symbol,
                MarketParameters.asOf(query, clock),
                WindowParameters.read(query),
                query.get(MapRequest.BUCKETS));
        return new ExactRequest(exact, ExactAnswer.TABLES.read(query));
    }
}
