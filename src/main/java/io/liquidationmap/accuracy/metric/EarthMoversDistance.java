package io.liquidationmap.accuracy.metric;

/// How far, on average, the dollars of one map would have to be moved along the price axis to make it the other, each
/// taken as a distribution of its own total: what is compared is where, not how much. In one dimension that is the area
/// between the two cumulative distributions (the Wasserstein distance of order 1).
final class EarthMoversDistance {

    private EarthMoversDistance() {}

    /// The distance between what two maps hold within ±30 %.
    ///
    /// @return percent of the price; NaN if either holds nothing there
    static double pct(MapReading one, MapReading other) {
        return inBins(one.bins(1, MapReading.REACH_PCT), other.bins(1, MapReading.REACH_PCT))
                / MapReading.STEPS_PER_PCT;
    }

    /// The distance between two distributions over the same bins, in bins.
    private static double inBins(double[] one, double[] other) {
        double oneTotal = total(one);
        double otherTotal = total(other);
        double carried = 0;
        double distance = 0;
        for (int bin = 0; bin < one.length; bin++) {
            carried += one[bin] / oneTotal - other[bin] / otherTotal;
            distance += Math.abs(carried);
        }
        return distance;
    }

    private static double total(double[] bins) {
        double total = 0;
        for (double bin : bins) {
            total += bin;
        }
        return total;
    }
}
