package io.liquidationmap.accuracy;

import java.util.Collection;
import java.util.Optional;

/// A number over several worlds.
///
/// @param median middle world, or the mean of the middle two
/// @param low lowest world
/// @param high highest world
public record Spread(double median, double low, double high) {

    /// Published digits: more would pretend that another twelve worlds give the same.
    private static final double DECIMALS = 1e4;

    /// Over the worlds in which the number is known; empty if there is none.
    ///
    /// @param values one per world, NaN where unknown
    public static Optional<Spread> over(Collection<Double> values) {
        double[] sorted = values.stream()
                .mapToDouble(Double::doubleValue)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        if (sorted.length == 0) {
            return Optional.empty();
        }
        double median = (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
        return Optional.of(new Spread(rounded(median), rounded(sorted[0]), rounded(sorted[sorted.length - 1])));
    }

    private static double rounded(double value) {
        return Math.rint(value * DECIMALS) / DECIMALS;
    }
}
