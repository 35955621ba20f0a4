package io.liquidationmap.api.liquidations;

import io.liquidationmap.api.query.Decimal;
import io.liquidationmap.api.query.Parameter;
import io.liquidationmap.api.query.Query;
import io.liquidationmap.api.representation.Rendition;
import io.liquidationmap.maps.MarketQuery;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/// Asks what a shock would set off.
///
/// @param shockPct percent of the price, negative for a fall
/// @param depthUsd resting orders within 1 % of the price; null to have them estimated
record CascadeRequest(
        MarketQuery market, double shockPct, @Nullable Double depthUsd, Rendition rendition) implements MarketRequest {

    private static final double LARGEST_SHOCK_PCT = 50;

    static final Parameter<Double> SHOCK_PCT = Parameter.defaulting(
            "shockPct",
            Decimal.between(-LARGEST_SHOCK_PCT, LARGEST_SHOCK_PCT),
            "-5",
            "-5",
            "The move that sets the cascade off, percent of the current price: negative for a fall, not 0.");

    static final Parameter<Double> DEPTH_USD = Parameter.optional(
            "depthUsd",
            Decimal.positiveUpTo(1e12),
            "100000000",
            "Resting orders within 1 % of the price on the side price runs into, all venues counted together, US"
                    + " dollars. Without it, 0.5 % of what is traded on an average day.");

    static CascadeRequest read(Query query, Clock clock) {
        MarketQuery market = MarketParameters.read(query, clock);
        double shockPct = query.get(SHOCK_PCT);
        if (shockPct == 0) {
            query.refuse(SHOCK_PCT, "is no shock", SHOCK_PCT.type().allowed() + ", but not 0");
        }
        return new CascadeRequest(market, shockPct, query.find(DEPTH_USD), CascadeAnswer.TABLES.read(query));
    }
}
