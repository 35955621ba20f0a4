package io.liquidationmap.api.liquidations;

import io.liquidationmap.api.query.Choice;
import io.liquidationmap.api.query.Decimal;
import io.liquidationmap.api.query.Parameter;
import io.liquidationmap.api.query.Query;
import io.liquidationmap.api.query.WholeNumber;
import io.liquidationmap.api.representation.Rendition;
import io.liquidationmap.maps.LadderQuery;
import io.liquidationmap.maps.MarketQuery;
import io.liquidationmap.market.Side;
import java.time.Clock;

/// Asks how capital could be put to work in phases.
record LadderRequest(MarketQuery market, LadderQuery ladder, Rendition rendition) implements MarketRequest {

    static final Parameter<Double> CAPITAL = Parameter.required(
            "capital", Decimal.between(0.01, 1e12), "10000", "All that is to be invested as margin, US dollars.");

    static final Parameter<Integer> PHASES =
            Parameter.defaulting("phases", new WholeNumber(2, 10), "4", "4", "In how many steps.");

    static final Parameter<Side> SIDE = Parameter.defaulting(
            "side",
            Choice.of(Side.class),
            "long",
            "long",
            "long: zones below the current price. short: zones above it.");

    static LadderRequest read(Query query, Clock clock) {
        MarketQuery market = MarketParameters.read(query, clock);
        double capital = query.get(CAPITAL);
        int phases = query.get(PHASES);
        Side side = query.get(SIDE);
        double reach = query.get(WindowParameters.SPAN_PCT) / 100;
        return new LadderRequest(
                market, new LadderQuery(side, capital, phases, reach), LadderAnswer.TABLES.read(query));
    }
}
