package io.liquidationmap.accuracy.metric;

import java.util.Arrays;

/// Which of the ten highest peaks of the true density a map has, near enough.
final class ClusterHits {

    private static final int PEAKS = 10;
    private static final double NEAR = 0.005;
    private static final double ROUNDING = 1e-9;

    private ClusterHits() {}

    /// The share of true peaks that have one of the map's within half a percent of the price.
    ///
    /// @return in \[0, 1]; NaN if there is no true peak
    static double rate(MapReading predicted, MapReading actual) {
        double[] found = new DetrendedDensity(predicted).peaks(PEAKS);
        return Arrays.stream(new DetrendedDensity(actual).peaks(PEAKS))
                .map(peak -> isNear(peak, found) ? 1 : 0)
                .average()
                .orElse(Double.NaN);
    }

    private static boolean isNear(double peak, double[] others) {
        return Arrays.stream(others).anyMatch(other -> Math.abs(other - peak) <= NEAR + ROUNDING);
    }
}
