package io.liquidationmap.accuracy.forecast;

import java.util.Arrays;

/// The order of some values, worked out once, so that a rank correlation over any resampling of them costs no sorting.
final class Ranks {

    /// By value, how many different values are smaller.
    private final int[] places;

    private final int distinct;

    Ranks(double[] values) {
        double[] sorted = Arrays.stream(values).sorted().distinct().toArray();
        places = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            places[i] = Arrays.binarySearch(sorted, values[i]);
        }
        distinct = sorted.length;
    }

    /// Spearman's rank correlation; values that are equal share the mean of their ranks.
    ///
    /// @param weights how often each value counts
    /// @return in \[−1, 1]; NaN if either column is constant
    static double correlation(Ranks one, Ranks other, int[] weights) {
        double[] x = one.midRanks(weights);
        double[] y = other.midRanks(weights);
        double count = 0;
        double sumX = 0;
        double sumY = 0;
        for (int i = 0; i < weights.length; i++) {
            count += weights[i];
            sumX += weights[i] * x[one.places[i]];
            sumY += weights[i] * y[other.places[i]];
        }
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int i = 0; i < weights.length; i++) {
            double dx = x[one.places[i]] - sumX / count;
            double dy = y[other.places[i]] - sumY / count;
            xx += weights[i] * dx * dx;
            yy += weights[i] * dy * dy;
            xy += weights[i] * dx * dy;
        }
        return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : Double.NaN;
    }

    /// By place, the mean rank of the values that have it.
    private double[] midRanks(int[] weights) {
        double[] ranks = new double[distinct];
        for (int i = 0; i < weights.length; i++) {
            ranks[places[i]] += weights[i];
        }
        double before = 0;
        for (int place = 0; place < distinct; place++) {
            double here = ranks[place];
            ranks[place] = before + (here + 1) / 2;
            before += here;
        }
        return ranks;
    }
}
