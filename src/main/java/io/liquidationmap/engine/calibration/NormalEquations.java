package io.liquidationmap.engine.calibration;

import java.util.Arrays;

/// The linear equations of one Gauss–Newton step: how steeply the fit improves in each direction, and how the slope
/// bends. Begins with what is believed before any data. Mutable.
final class NormalEquations {

    private final double[][] curvature;
    private final double[] slope;

    /// @param precision inverse of the prior's covariance
    /// @param at where the step starts; the prior's mean is 0
    NormalEquations(double[][] precision, double[] at) {
        curvature = Arrays.stream(precision).map(double[]::clone).toArray(double[][]::new);
        slope = new double[at.length];
        for (int i = 0; i < at.length; i++) {
            for (int j = 0; j < at.length; j++) {
                slope[i] -= precision[i][j] * at[j];
            }
        }
    }

    /// Adds one observation.
    ///
    /// @param first index of the first parameter it depends on through `gradient`
    /// @param gradient derivatives of what is expected by the parameters from `first` on
    /// @param scale index of one more parameter it depends on
    /// @param scaleGradient derivative by that one
    /// @param residual observed − expected
    /// @param weight inverse of the observation's variance
    void add(int first, double[] gradient, int scale, double scaleGradient, double residual, double weight) {
        for (int i = 0; i < gradient.length; i++) {
            double weighted = weight * gradient[i];
            double[] row = curvature[first + i];
            for (int j = 0; j <= i; j++) {
                row[first + j] += weighted * gradient[j];
            }
            curvature[scale][first + i] += weighted * scaleGradient;
            slope[first + i] += weighted * residual;
        }
        curvature[scale][scale] += weight * scaleGradient * scaleGradient;
        slope[scale] += weight * scaleGradient * residual;
    }

    /// The curvature, ready for solving. Only the lower triangle has been kept.
    Cholesky factor() {
        return new Cholesky(curvature);
    }

    double[] slope() {
        return slope;
    }
}
