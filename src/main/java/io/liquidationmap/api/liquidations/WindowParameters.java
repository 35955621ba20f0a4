package io.liquidationmap.api.liquidations;

import io.liquidationmap.api.query.Decimal;
import io.liquidationmap.api.query.Parameter;
import io.liquidationmap.api.query.Query;
import io.liquidationmap.maps.PriceWindow;

/// The parameters that say which prices are looked at.
public final class WindowParameters {

    /// Above any price per coin.
    static final double HIGHEST_PRICE = 1e12;

    /// The buckets of a window narrower than this part of its price could not be told apart in double precision.
    private static final double NARROWEST = 1e-9;

    static final Parameter<Double> MIN_PRICE = Parameter.optional(
            "minPrice",
            Decimal.positiveUpTo(HIGHEST_PRICE),
            "50000",
            "Lowest price looked at, US dollars per coin; only together with maxPrice, and instead of spanPct.");

    static final Parameter<Double> MAX_PRICE = Parameter.optional(
            "maxPrice",
            Decimal.positiveUpTo(HIGHEST_PRICE),
            "80000",
            "Highest price looked at, US dollars per coin; only together with minPrice, and instead of spanPct.");

    static final Parameter<Double> SPAN_PCT = Parameter.defaulting(
            "spanPct",
            Decimal.positiveUpTo(95),
            "40",
            "40",
            "How much of the price axis is looked at: so many percent of the current price up and down.");

    private WindowParameters() {}

    /// The prices a query asks to see; what is wrong with them is noted in the query.
    public static PriceWindow read(Query query) {
        Double min = query.find(MIN_PRICE);
        Double max = query.find(MAX_PRICE);
        double spanPct = query.get(SPAN_PCT);
        requireOneKind(query);
        if (min == null || max == null) {
            return new PriceWindow.Span(spanPct);
        }
        if (min >= max) {
            query.refuse(MIN_PRICE, "is not below maxPrice", "a price below maxPrice");
        } else if (max - min < max * NARROWEST) {
            query.refuse(MIN_PRICE, "is too close to maxPrice", "a price at least a billionth below maxPrice");
        }
        return new PriceWindow.Bounds(min, max);
    }

    private static void requireOneKind(Query query) {
        boolean minGiven = query.isGiven(MIN_PRICE);
        boolean maxGiven = query.isGiven(MAX_PRICE);
        if (minGiven && !maxGiven) {
            query.refuse(MAX_PRICE, "is missing beside minPrice");
        }
        if (maxGiven && !minGiven) {
            query.refuse(MIN_PRICE, "is missing beside maxPrice");
        }
        if ((minGiven || maxGiven) && query.isGiven(SPAN_PCT)) {
            query.refuse(SPAN_PCT, "is given together with prices", "either spanPct or both minPrice and maxPrice");
        }
    }
}
