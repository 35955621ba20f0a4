package io.liquidationmap.accuracy.forecast;

import io.liquidationmap.engine.Imbalance;
import io.liquidationmap.engine.LiquidationMap;
import io.liquidationmap.engine.PriceWindow;
import io.liquidationmap.market.Side;
import java.util.SplittableRandom;

/// Maps made useless on purpose. One that scores better than the naive model all the same shows that the score
/// rewards something other than knowing where the levels are.
public enum Control {
    /// Up and down exchanged: what lies as far away on the other side.
    MIRRORED {
        @Override
        double usd(LiquidationMap map, long seed, Side side, double excursion) {
            return within(map, side.opposite(), excursion);
        }
    },
    /// The side's own levels out to 20 %, cut into slices of 0.5 % that have changed places at random.
    SHUFFLED {
        @Override
        double usd(LiquidationMap map, long seed, Side side, double excursion) {
            int[] order = order(new SplittableRandom(seed));
            double usd = 0;
            for (int i = 0; i < SLICES && i * SLICE < excursion; i++) {
                double part = Math.min(1, excursion / SLICE - i);
                usd += part * slice(map, side, order[i]);
            }
            return usd;
        }
    };

    private static final int SLICES = 40;
    private static final double SLICE = 0.005;

    /// What the useless map holds as far as price went against a side, US dollars.
    ///
    /// @param seed of whatever is left to chance
    /// @param excursion in log price
    abstract double usd(LiquidationMap map, long seed, Side side, double excursion);

    /// What a map holds on a side out to a distance, US dollars.
    ///
    /// @param excursion in log price
    static double within(LiquidationMap map, Side side, double excursion) {
        if (!(excursion > 0)) {
            return 0;
        }
        double reach = Math.exp(excursion);
        Imbalance both =
                map.imbalance(new PriceWindow(map.price() / reach, map.price() * reach, PriceWindow.MIN_BUCKETS));
        return side == Side.LONG ? both.downUsd() : both.upUsd();
    }

    private static double slice(LiquidationMap map, Side side, int index) {
        return within(map, side, (index + 1) * SLICE) - within(map, side, index * SLICE);
    }

    private static int[] order(SplittableRandom random) {
        int[] order = new int[SLICES];
        for (int i = 0; i < SLICES; i++) {
            int other = random.nextInt(i + 1);
            order[i] = order[other];
            order[other] = i;
        }
        return order;
    }
}
