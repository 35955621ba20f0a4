package io.liquidationmap.accuracy.forecast;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Whether twice the prediction means twice the liquidations.
///
/// @param logSlope slope of the straight line of ln(realised) over ln(predicted), by least squares over the pairs in
///     which both are positive: 1 if amounts grow together, less if predictions are too far apart; NaN if there are
///     too few
/// @param deciles the pairs by ascending prediction, in ten groups of equal size
public record Calibration(double logSlope, List<Decile> deciles) {

    private static final int GROUPS = 10;
    private static final int FEWEST_FOR_A_SLOPE = 3;

    public Calibration {
        deciles = List.copyOf(deciles);
    }

    /// A tenth of the pairs.
    ///
    /// @param pairs how many
    /// @param meanPredictedUsd mean prediction, US dollars
    /// @param meanRealisedUsd mean of what was force-closed, US dollars
    public record Decile(int pairs, double meanPredictedUsd, double meanRealisedUsd) {}

    /// Compares predictions with what happened, pair by pair.
    static Calibration of(double[] predicted, double[] realised) {
        return new Calibration(slope(predicted, realised), deciles(predicted, realised));
    }

    private static double slope(double[] predicted, double[] realised) {
        int[] both = IntStream.range(0, predicted.length)
                .filter(i -> predicted[i] > 0 && realised[i] > 0)
                .toArray();
        double count = 0;
        double meanX = 0;
        double meanY = 0;
        double xx = 0;
        double xy = 0;
        for (int i : both) {
            double dx = Math.log(predicted[i]) - meanX;
            double dy = Math.log(realised[i]) - meanY;
            count++;
            meanX += dx / count;
            meanY += dy / count;
            xx += dx * (Math.log(predicted[i]) - meanX);
            xy += dx * (Math.log(realised[i]) - meanY);
        }
        return both.length >= FEWEST_FOR_A_SLOPE && xx > 0 ? xy / xx : Double.NaN;
    }

    private static List<Decile> deciles(double[] predicted, double[] realised) {
        int[] order = IntStream.range(0, predicted.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> predicted[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        List<Decile> deciles = new ArrayList<>();
        for (int group = 0; group < GROUPS; group++) {
            int from = (int) ((long) order.length * group / GROUPS);
            int to = (int) ((long) order.length * (group + 1) / GROUPS);
            double sumPredicted = 0;
            double sumRealised = 0;
            for (int i = from; i < to; i++) {
                sumPredicted += predicted[order[i]];
                sumRealised += realised[order[i]];
            }
            if (to > from) {
                deciles.add(new Decile(to - from, sumPredicted / (to - from), sumRealised / (to - from)));
            }
        }
        return deciles;
    }
}
