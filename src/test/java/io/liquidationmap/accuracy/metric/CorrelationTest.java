package io.liquidationmap.accuracy.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorrelationTest {

    private static final double ROUNDING = 1e-12;

    @Test
    void pearson_isAsComputedByHand() {
        // Deviations (−1, 0, 1) and (−1, −1, 2): 3 / √(2 · 6).
        assertThat(Correlation.pearson(new double[] {1, 2, 3}, new double[] {0, 0, 3}))
                .isCloseTo(3 / Math.sqrt(12), within(ROUNDING));
    }

    @Test
    void spearman_isAsComputedByHand() {
        // Ranks (0, 1, 2, 3) and (1, 0, 3, 2): 1 − 6 · 4 / (4 · 15).
        assertThat(Correlation.spearman(new double[] {10, 20, 30, 1000}, new double[] {2, 1, 4, 3}))
                .isCloseTo(0.6, within(ROUNDING));
    }

    @Test
    void equalValues_shareTheirRank() {
        // Ranks (0, 1.5, 1.5, 3) and (0, 1, 2, 3): covariance 4.5, variances 4.5 and 5.
        assertThat(Correlation.spearman(new double[] {1, 2, 2, 3}, new double[] {1, 2, 3, 4}))
                .isCloseTo(4.5 / Math.sqrt(4.5 * 5), within(ROUNDING));
    }

    @Test
    void constantSeries_hasNoCorrelation() {
        assertThat(Correlation.spearman(new double[] {1, 1, 1}, new double[] {1, 2, 3}))
                .isNaN();
        assertThat(Correlation.pearson(new double[] {1, 2, 3}, new double[] {5, 5, 5}))
                .isNaN();
        assertThat(Correlation.spearman(new double[0], new double[0])).isNaN();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void spearman_seesOnlyTheOrder(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] x = random.doubles(40).map(value -> Math.rint(20 * value)).toArray();
        double[] y = random.doubles(40).toArray();
        double[] rising = Arrays.stream(x).map(value -> Math.exp(value / 7)).toArray();
        double[] falling = Arrays.stream(x).map(value -> 1 / (1 + value)).toArray();

        assertThat(Correlation.spearman(x, rising)).isCloseTo(1, within(ROUNDING));
        assertThat(Correlation.spearman(x, falling)).isCloseTo(-1, within(ROUNDING));
        assertThat(Correlation.spearman(rising, y)).isCloseTo(Correlation.spearman(x, y), within(ROUNDING));
        assertThat(Correlation.spearman(y, x)).isCloseTo(Correlation.spearman(x, y), within(ROUNDING));
    }
}
