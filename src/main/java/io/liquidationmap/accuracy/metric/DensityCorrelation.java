package io.liquidationmap.accuracy.metric;

import io.liquidationmap.engine.GaussianBlur;
import io.liquidationmap.market.Side;

/// Whether two maps rise and dip at the same prices, whatever their level: each side's density within ±20 %, blurred over
/// 0.3 % of the price, less itself blurred over 2.5 %; then the correlation of what is left of both sides.
final class DensityCorrelation {

    private static final int REACH_PCT = 20;
    private static final double NARROW_PCT = 0.3;
    private static final double WIDE_PCT = 2.5;

    private DensityCorrelation() {}

    /// The correlation, in \[−1, 1]; NaN if either map is empty.
    static double of(MapReading one, MapReading other) {
        return Correlation.pearson(detrended(one), detrended(other));
    }

    private static double[] detrended(MapReading map) {
        double[] longs = detrended(map.bins(Side.LONG, 1, REACH_PCT));
        double[] shorts = detrended(map.bins(Side.SHORT, 1, REACH_PCT));
        double[] both = new double[longs.length + shorts.length];
        System.arraycopy(longs, 0, both, 0, longs.length);
        System.arraycopy(shorts, 0, both, longs.length, shorts.length);
        return both;
    }

    private static double[] detrended(double[] bins) {
        double[] narrow = GaussianBlur.of(bins, NARROW_PCT * MapReading.STEPS_PER_PCT);
        double[] wide = GaussianBlur.of(bins, WIDE_PCT * MapReading.STEPS_PER_PCT);
        double[] rest = new double[bins.length];
        for (int i = 0; i < rest.length; i++) {
            rest[i] = narrow[i] - wide[i];
        }
        return rest;
    }
}
