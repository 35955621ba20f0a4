package io.liquidationmap.api.liquidations;

import io.liquidationmap.api.query.Choice;
import io.liquidationmap.api.query.CommaList;
import io.liquidationmap.api.query.Parameter;
import io.liquidationmap.api.query.Query;
import io.liquidationmap.api.query.WholeNumber;
import io.liquidationmap.api.representation.Rendition;
import io.liquidationmap.maps.MapQuery;
import io.liquidationmap.maps.MapQuery.Grouping;
import io.liquidationmap.maps.MarketQuery;
import io.liquidationmap.maps.PriceWindow;
import java.time.Clock;
import java.util.Set;

/// Asks for the map.
record MapRequest(MarketQuery market, MapQuery map, Rendition rendition) implements MarketRequest {

    static final Parameter<Integer> BUCKETS = Parameter.defaulting(
            "buckets",
            new WholeNumber(10, MapQuery.MOST_BUCKETS),
            "200",
            "200",
            "Into how many equal-width buckets the window is cut.");

    static final Parameter<Set<Grouping>> GROUP_BY = Parameter.optional(
            "groupBy",
            new CommaList<>(Choice.of(Grouping.class), Grouping.values().length),
            "leverage,venue",
            "What each bucket is divided by, one or both.");

    static MapRequest read(Query query, Clock clock) {
        MarketQuery market = MarketParameters.read(query, clock);
        PriceWindow window = WindowParameters.read(query);
        int buckets = query.get(BUCKETS);
        Set<Grouping> groupBy = query.find(GROUP_BY);
        MapQuery map = new MapQuery(window, buckets, groupBy == null ? Set.of() : groupBy);
        return new MapRequest(market, map, MapAnswer.TABLES.read(query));
    }
}
