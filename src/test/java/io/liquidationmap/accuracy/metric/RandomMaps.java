package io.liquidationmap.accuracy.metric;

import io.liquidationmap.market.Side;
import java.util.SplittableRandom;

/// Maps of random levels.
final class RandomMaps {

    static final double PRICE = 1000;

    private RandomMaps() {}

    /// Levels in the middle of steps of 0.1 % out to ±20 %.
    static PointMap.Builder some(long seed) {
        return shifted(seed, 0, 1);
    }

    /// The same levels, moved up so many steps, and holding so many times as much. Those moved across the price change
    /// side, so that the map as a whole has moved.
    static PointMap.Builder shifted(long seed, int steps, double factor) {
        SplittableRandom random = new SplittableRandom(seed);
        PointMap.Builder map = PointMap.at(PRICE);
        for (int i = 0; i < 60; i++) {
            double step = random.nextInt(-200, 200) + 0.5 + steps;
            double usd = factor * Math.exp(3 * random.nextDouble());
            map.add(step > 0 ? Side.SHORT : Side.LONG, PRICE * (1 + step / 1000), usd);
        }
        return map;
    }
}
