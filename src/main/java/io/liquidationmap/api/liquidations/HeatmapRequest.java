package io.liquidationmap.api.liquidations;

import io.liquidationmap.api.query.Parameter;
import io.liquidationmap.api.query.Query;
import io.liquidationmap.api.query.RangeLength;
import io.liquidationmap.api.query.StepLength;
import io.liquidationmap.api.representation.Rendition;
import io.liquidationmap.maps.HeatmapQuery;
import io.liquidationmap.maps.MarketQuery;
import io.liquidationmap.maps.PriceWindow;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.Range;
import java.time.Clock;

/// Asks for the levels over time.
record HeatmapRequest(HeatmapQuery heatmap, Rendition rendition) {

    static final Parameter<Range> RANGE = Parameter.defaulting(
            "range",
            new RangeLength(),
            "30d",
            "7d",
            "How much time before asOf is shown; and of the positions, at each time those opened within as much time"
                    + " before it. 24h is 1d, 1w is 7d, 1mo is 30d, 1y is 365d. The answer has the canonical form.");

    static final Parameter<Interval> STEP = Parameter.optional(
            "step",
            new StepLength(),
            "1h",
            "Between two times, which are the multiples of it since 1970; not shorter than the bars there are. At most "
                    + HeatmapQuery.MOST_CELLS
                    + " times × buckets. Without it, the shortest usual step that makes at most 750 times.");

    static HeatmapRequest read(Query query, Clock clock) {
        MarketQuery market = MarketParameters.read(query, RANGE, clock);
        PriceWindow window = WindowParameters.read(query);
        int buckets = query.get(MapRequest.BUCKETS);
        Interval step = query.find(STEP);
        if (step != null && !HeatmapQuery.isAnswerable(market.range(), step, buckets)) {
            query.refuse(
                    STEP,
                    "makes more than " + HeatmapQuery.MOST_CELLS + " cells of that range and so many buckets",
                    HeatmapQuery.shortestStep(market.range(), buckets)
                            .map(shortest -> shortest + " or longer, or fewer buckets")
                            .orElseGet(() -> fewerBuckets(market.range())));
        } else if (step == null && !HeatmapQuery.isAnswerable(market.range(), Interval.ONE_DAY, buckets)) {
            query.refuse(
                    MapRequest.BUCKETS,
                    "makes more than " + HeatmapQuery.MOST_CELLS + " cells of that range, whatever the step",
                    fewerBuckets(market.range()));
        }
        return new HeatmapRequest(new HeatmapQuery(market, step, window, buckets), HeatmapAnswer.TABLES.read(query));
    }

    private static String fewerBuckets(Range range) {
        long most = HeatmapQuery.mostBuckets(range, Interval.ONE_DAY);
        return "up to " + most + " buckets with a step of " + Interval.ONE_DAY;
    }
}
