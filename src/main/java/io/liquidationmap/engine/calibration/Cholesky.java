package io.liquidationmap.engine.calibration;

/// The lower triangle `L` with `L · Lᵀ = A` of a symmetric positive definite matrix `A`. Immutable.
///
/// Source: Golub, Van Loan, *Matrix Computations*, 4.2.
final class Cholesky {

    private final double[][] lower;

    /// @param matrix square and symmetric; only its lower triangle is read; not changed
    /// @throws ArithmeticException if it is not positive definite
    Cholesky(double[][] matrix) {
        int size = matrix.length;
        lower = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double rest = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    rest -= lower[i][k] * lower[j][k];
                }
                if (i != j) {
                    lower[i][j] = rest / lower[j][j];
                } else if (rest > 0) {
                    lower[i][i] = Math.sqrt(rest);
                } else {
                    throw new ArithmeticException("the matrix is not positive definite");
                }
            }
        }
    }

    /// The solution `x` of `A · x = b`, as a new array.
    double[] solve(double[] b) {
        double[] x = forward(b);
        return backward(x);
    }

    /// `L⁻ᵀ · z`: standard normal numbers `z` become normal ones whose covariance is the inverse of `A`.
    double[] backward(double[] z) {
        double[] x = z.clone();
        for (int i = x.length - 1; i >= 0; i--) {
            for (int k = i + 1; k < x.length; k++) {
                x[i] -= lower[k][i] * x[k];
            }
            x[i] /= lower[i][i];
        }
        return x;
    }

    /// The diagonal element `i` of the inverse of `A`.
    double variance(int i) {
        double[] unit = new double[lower.length];
        unit[i] = 1;
        return solve(unit)[i];
    }

    /// The inverse of `A`.
    double[][] inverse() {
        double[][] inverse = new double[lower.length][];
        for (int i = 0; i < lower.length; i++) {
            double[] unit = new double[lower.length];
            unit[i] = 1;
            inverse[i] = solve(unit);
        }
        return inverse;
    }

    private double[] forward(double[] b) {
        double[] x = b.clone();
        for (int i = 0; i < x.length; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= lower[i][k] * x[k];
            }
            x[i] /= lower[i][i];
        }
        return x;
    }
}
