package io.liquidationmap.accuracy.metric;

/// Whether two maps rise and dip at the same prices, whatever their level: the correlation of their detrended densities
/// over both sides.
final class DensityCorrelation {

    private DensityCorrelation() {}

    /// The correlation, in \[−1, 1]; NaN if either map is empty.
    static double of(MapReading one, MapReading other) {
        return Correlation.pearson(new DetrendedDensity(one).values(), new DetrendedDensity(other).values());
    }
}
