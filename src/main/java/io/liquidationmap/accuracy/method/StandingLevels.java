package io.liquidationmap.accuracy.method;

import io.liquidationmap.accuracy.metric.PointMap;
import io.liquidationmap.market.Side;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Levels that nothing ever removes, in bins of a tenth of a percent of log price. Mutable.
final class StandingLevels {

    private static final double BIN = 0.001;

    private final Map<Side, SortedMap<Integer, Double>> coins = new EnumMap<>(Side.class);

    void add(Side side, double level, double amount) {
        coins.computeIfAbsent(side, _ -> new TreeMap<>())
                .merge((int) Math.rint(Math.log(level) / BIN), amount, Double::sum);
    }

    /// The levels that lie on their side of a price, valued at it.
    PointMap map(double price) {
        PointMap.Builder map = PointMap.at(price);
        coins.forEach(
                (side, bins) -> bins.forEach((bin, amount) -> map.add(side, Math.exp(bin * BIN), amount * price)));
        return map.build();
    }
}
