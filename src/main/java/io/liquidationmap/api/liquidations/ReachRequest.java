package io.liquidationmap.api.liquidations;

import io.liquidationmap.api.query.Choice;
import io.liquidationmap.api.query.Decimal;
import io.liquidationmap.api.query.Parameter;
import io.liquidationmap.api.query.Query;
import io.liquidationmap.api.representation.Rendition;
import io.liquidationmap.maps.MarketQuery;
import java.time.Clock;

/// Asks at which price an amount is liquidated.
record ReachRequest(MarketQuery market, double usd, Direction direction, Rendition rendition) implements MarketRequest {

    static final Parameter<Double> USD = Parameter.required(
            "usd", Decimal.positiveUpTo(1e15), "250000000", "The amount that is to be liquidated, US dollars.");

    static final Parameter<Direction> DIRECTION = Parameter.required(
            "direction",
            Choice.of(Direction.class),
            "up",
            "Where price goes: up liquidates shorts, down liquidates longs.");

    static ReachRequest read(Query query, Clock clock) {
        MarketQuery market = MarketParameters.read(query, clock);
        return new ReachRequest(market, query.get(USD), query.get(DIRECTION), ReachAnswer.TABLES.read(query));
    }
}
