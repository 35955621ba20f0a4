package io.liquidationmap.engine.calibration;

import io.liquidationmap.engine.Cohort;
import io.liquidationmap.engine.ModelParameters;
import io.liquidationmap.market.Side;
import java.util.List;

/// What is believed of an instrument's stock shares before its own history is looked at: each is the prior's share
/// times `exp(θ)`, and the logarithms `θ` are normal with mean 0. Five things move them: a level that all cohorts have
/// in common, a shape that is smooth in log distance, how much stands at nominal leverages against everything between,
/// each cohort's own deviation, which lets single leverages stand out, and the difference of the sides, which is small
/// and smooth.
///
/// The logarithms come in one array, all longs first, then all shorts, in the order of the parameters' cohorts.
final class LeveragePrior {

    private static final double LEVEL_DEVIATION = 0.5;
    private static final double SHAPE_DEVIATION = 0.8;
    private static final double NOMINAL_DEVIATION = 0.6;
    private static final double OWN_DEVIATION = 0.3;
    private static final double SIDE_LEVEL_DEVIATION = 0.1;
    private static final double SIDE_SHAPE_DEVIATION = 0.15;

    /// Distances that differ by a factor of e^1.2 still have much in common.
    private static final double CORRELATION_LENGTH = 1.2;

    private static final double ROUNDING = 1e-6;

    private final double[] logDistance;
    private final boolean[] nominal;
    private final BySide<double[]> shares;
    private final BySide<Double> unlevered;

    LeveragePrior(ModelParameters parameters) {
        List<Cohort> cohorts = parameters.cohorts();
        logDistance = cohorts.stream()
                .mapToDouble(cohort -> Math.log(cohort.longDistance() * cohort.shortDistance()) / 2)
                .toArray();
        nominal = new boolean[cohorts.size()];
        for (int k = 0; k < nominal.length; k++) {
            nominal[k] = cohorts.get(k).leverage().isPresent();
        }
        shares = BySide.of(side ->
                cohorts.stream().mapToDouble(cohort -> cohort.stockShare(side)).toArray());
        unlevered = BySide.of(parameters::unleveredShare);
    }

    /// How many cohorts there are; there are twice as many logarithms.
    int cohorts() {
        return logDistance.length;
    }

    /// Covariance of the logarithms, square.
    double[][] covariance() {
        int size = cohorts();
        double[][] covariance = new double[2 * size][2 * size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                double apart = (logDistance[i] - logDistance[j]) / CORRELATION_LENGTH;
                double near = Math.exp(-apart * apart / 2);
                double common = square(LEVEL_DEVIATION) + square(SHAPE_DEVIATION) * near;
                common += nominal[i] == nominal[j] ? square(NOMINAL_DEVIATION) : -square(NOMINAL_DEVIATION);
                if (i == j) {
                    common += square(OWN_DEVIATION);
                }
                double opposed = square(SIDE_LEVEL_DEVIATION) + square(SIDE_SHAPE_DEVIATION) * near;
                covariance[i][j] = common + opposed;
                covariance[size + i][size + j] = common + opposed;
                covariance[i][size + j] = common - opposed;
                covariance[size + i][j] = common - opposed;
            }
            // Distances that coincide would leave the difference of the sides without a spread of its own.
            covariance[i][i] += ROUNDING;
            covariance[size + i][size + i] += ROUNDING;
        }
        return covariance;
    }

    /// The stock shares of one side. What has no level keeps its weight of 1, so that the shares never exceed the
    /// whole.
    ///
    /// @param logarithms of both sides
    double[] shares(Side side, double[] logarithms) {
        int first = side == Side.LONG ? 0 : cohorts();
        double[] result = shares.of(side).clone();
        double total = unlevered.of(side);
        for (int k = 0; k < result.length; k++) {
            result[k] *= Math.exp(logarithms[first + k]);
            total += result[k];
        }
        for (int k = 0; k < result.length; k++) {
            result[k] /= total;
        }
        return result;
    }

    private static double square(double x) {
        return x * x;
    }
}
