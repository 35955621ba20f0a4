package io.liquidationmap.engine.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CholeskyTest {

    private static final double[][] MATRIX = {{4, 2, 0.4}, {2, 5, 1}, {0.4, 1, 3}};

    @Test
    void solve_undoesTheMatrix() {
        double[] x = new Cholesky(MATRIX).solve(new double[] {1, -2, 3});

        for (int i = 0; i < 3; i++) {
            double product = 0;
            for (int j = 0; j < 3; j++) {
                product += MATRIX[i][j] * x[j];
            }
            assertThat(product).isCloseTo(new double[] {1, -2, 3}[i], within(1e-12));
        }
    }

    @Test
    void inverse_hasTheVariancesOnItsDiagonal() {
        Cholesky cholesky = new Cholesky(MATRIX);
        double[][] inverse = cholesky.inverse();

        for (int i = 0; i < 3; i++) {
            assertThat(cholesky.variance(i)).isCloseTo(inverse[i][i], within(1e-15));
        }
        assertThat(inverse[0][1]).isCloseTo(inverse[1][0], within(1e-15));
    }

    @Test
    void backward_drawsNumbersWithTheInverseAsCovariance() {
        Cholesky cholesky = new Cholesky(MATRIX);
        double[][] inverse = cholesky.inverse();
        Random random = new Random(5);
        int draws = 200_000;
        double[][] products = new double[3][3];
        for (int n = 0; n < draws; n++) {
            double[] x = cholesky.backward(
                    new double[] {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()});
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < 3; j++) {
                    products[i][j] += x[i] * x[j] / draws;
                }
            }
        }
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                assertThat(products[i][j]).isCloseTo(inverse[i][j], within(0.01));
            }
        }
    }

    @Test
    void matrixThatIsNotPositiveDefinite_isRefused() {
        assertThatThrownBy(() -> new Cholesky(new double[][] {{1, 2}, {2, 1}})).isInstanceOf(ArithmeticException.class);
    }
}
