package io.liquidationmap.accuracy.metric;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Correlation coefficients.
final class Correlation {

    private Correlation() {}

    /// Pearson's: how far one series is a linear function of the other.
    ///
    /// @return in \[−1, 1]; NaN if either is constant
    static double pearson(double[] x, double[] y) {
        double meanX = mean(x);
        double meanY = mean(y);
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < x.length; i++) {
            xy += (x[i] - meanX) * (y[i] - meanY);
            xx += (x[i] - meanX) * (x[i] - meanX);
            yy += (y[i] - meanY) * (y[i] - meanY);
        }
        return xy / Math.sqrt(xx * yy);
    }

    /// Spearman's: Pearson's of the ranks, how far one series is a rising function of the other.
    ///
    /// @return in \[−1, 1]; NaN if either is constant
    static double spearman(double[] x, double[] y) {
        return pearson(ranks(x), ranks(y));
    }

    /// Equal values share the mean of their ranks.
    private static double[] ranks(double[] values) {
        int[] ascending = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> values[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] ranks = new double[values.length];
        int begin = 0;
        while (begin < ascending.length) {
            int end = begin + 1;
            while (end < ascending.length && values[ascending[end]] == values[ascending[begin]]) {
                end++;
            }
            for (int i = begin; i < end; i++) {
                ranks[ascending[i]] = (begin + end - 1) / 2.0;
            }
            begin = end;
        }
        return ranks;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }
}
