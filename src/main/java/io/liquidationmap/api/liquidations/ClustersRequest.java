package io.liquidationmap.api.liquidations;

import io.liquidationmap.api.query.Parameter;
import io.liquidationmap.api.query.Query;
import io.liquidationmap.api.query.WholeNumber;
import io.liquidationmap.api.representation.Rendition;
import io.liquidationmap.maps.MarketQuery;
import java.time.Clock;

/// Asks for the heaviest levels.
record ClustersRequest(MarketQuery market, int limit, Rendition rendition) implements MarketRequest {

    static final Parameter<Integer> LIMIT =
            Parameter.defaulting("limit", new WholeNumber(1, 100), "5", "5", "How many levels at most, on each side.");

    static ClustersRequest read(Query query, Clock clock) {
        MarketQuery market = MarketParameters.read(query, clock);
        return new ClustersRequest(market, query.get(LIMIT), ClustersAnswer.TABLES.read(query));
    }
}
