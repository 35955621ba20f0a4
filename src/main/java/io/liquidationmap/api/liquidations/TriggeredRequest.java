package io.liquidationmap.api.liquidations;

import io.liquidationmap.api.query.Decimal;
import io.liquidationmap.api.query.Parameter;
import io.liquidationmap.api.query.Query;
import io.liquidationmap.api.representation.Rendition;
import io.liquidationmap.maps.MarketQuery;
import java.time.Clock;

/// Asks what is liquidated at a price.
record TriggeredRequest(MarketQuery market, double price, Rendition rendition) implements MarketRequest {

    static final Parameter<Double> PRICE = Parameter.required(
            "price",
            Decimal.positiveUpTo(WindowParameters.HIGHEST_PRICE),
            "66900",
            "The price that is traded to, US dollars per coin.");

    static TriggeredRequest read(Query query, Clock clock) {
        MarketQuery market = MarketParameters.read(query, clock);
        return new TriggeredRequest(market, query.get(PRICE), TriggeredAnswer.TABLES.read(query));
    }
}
