package io.liquidationmap.accuracy.metric;

import io.liquidationmap.market.Side;
import java.util.stream.IntStream;

/// A map read off where maps are compared: the amounts within every tenth of a percent of the price out to ±30 %. Immutable.
public final class MapReading {

    /// Steps of a percent.
    static final int STEPS_PER_PCT = 10;

    /// How far is read, percent.
    static final int REACH_PCT = 30;

    private static final int STEPS = REACH_PCT * STEPS_PER_PCT;
    private static final double LOG_DECIMALS = 1e9;

    private final double[] longs;
    private final double[] shorts;

    private MapReading(MapEstimate map) {
        longs = cumulative(map, Side.LONG);
        shorts = cumulative(map, Side.SHORT);
    }

    /// Reads a map.
    public static MapReading of(MapEstimate map) {
        return new MapReading(map);
    }

    /// What lies within a distance, US dollars.
    double cumulativeUsd(Side side, int distancePct) {
        return cumulative(side)[distancePct * STEPS_PER_PCT];
    }

    /// The natural logarithm of shorts above / longs below, out to the same distance; to nine decimals, so that what is
    /// equal but for rounding ranks as equal.
    ///
    /// @param floor an amount below this counts as this, US dollars
    double logImbalance(int distancePct, double floor) {
        double up = Math.max(cumulativeUsd(Side.SHORT, distancePct), floor);
        double down = Math.max(cumulativeUsd(Side.LONG, distancePct), floor);
        return Math.rint(Math.log(up / down) * LOG_DECIMALS) / LOG_DECIMALS;
    }

    /// The amounts of one side in equal bins, from the price outwards.
    ///
    /// @param binSteps width of a bin, tenths of a percent of the price
    /// @param reachPct how far
    double[] bins(Side side, int binSteps, int reachPct) {
        double[] cumulative = cumulative(side);
        return IntStream.range(0, reachPct * STEPS_PER_PCT / binSteps)
                .mapToDouble(bin -> cumulative[(bin + 1) * binSteps] - cumulative[bin * binSteps])
                .toArray();
    }

    /// The amounts of both sides in equal bins, ascending by price.
    double[] bins(int binSteps, int reachPct) {
        double[] below = bins(Side.LONG, binSteps, reachPct);
        double[] above = bins(Side.SHORT, binSteps, reachPct);
        double[] bins = new double[below.length + above.length];
        for (int i = 0; i < below.length; i++) {
            bins[i] = below[below.length - 1 - i];
            bins[below.length + i] = above[i];
        }
        return bins;
    }

    private double[] cumulative(Side side) {
        return side == Side.LONG ? longs : shorts;
    }

    private static double[] cumulative(MapEstimate map, Side side) {
        double[] usd = new double[STEPS + 1];
        for (int step = 1; step <= STEPS; step++) {
            usd[step] = map.cumulativeUsd(side, step / (100.0 * STEPS_PER_PCT));
        }
        return usd;
    }
}
