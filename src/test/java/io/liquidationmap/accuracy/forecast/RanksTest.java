package io.liquidationmap.accuracy.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RanksTest {

    @Test
    void correlation_byHand() {
        // Ranks 1 2 3 4 5 against 2 1 4 3 5: 1 − 6·4 / (5·24).
        assertThat(spearman(new double[] {1, 2, 3, 4, 5}, new double[] {20, 10, 40, 30, 50}))
                .isCloseTo(0.8, within(1e-12));
    }

    @Test
    void correlation_averagesTies() {
        // Ranks 1.5 1.5 3 4 against 1 2 3 4: Pearson's 4.5 / √(4.5 · 5).
        assertThat(spearman(new double[] {0, 0, 7, 9}, new double[] {1, 2, 3, 4}))
                .isCloseTo(4.5 / Math.sqrt(4.5 * 5), within(1e-12));
    }

    @Test
    void correlation_isUnknown_ofAConstant() {
        assertThat(spearman(new double[] {1, 1, 1}, new double[] {1, 2, 3})).isNaN();
    }

    @ParameterizedTest(name = "seed={0}")
    @ValueSource(longs = {1, 2, 3})
    void correlation_seesTheOrderAlone(long seed) {
        double[] x = random(seed, 50);
        double[] stretched = Arrays.stream(x).map(value -> Math.exp(7 * value)).toArray();
        double[] reversed = Arrays.stream(x).map(value -> -value).toArray();

        assertThat(spearman(x, stretched)).isCloseTo(1, within(1e-12));
        assertThat(spearman(x, reversed)).isCloseTo(-1, within(1e-12));
    }

    @ParameterizedTest(name = "seed={0}")
    @ValueSource(longs = {1, 2, 3})
    void weights_countLikeRepetitions(long seed) {
        double[] x = random(seed, 30);
        double[] y = random(seed + 100, 30);
        SplittableRandom random = new SplittableRandom(seed);
        int[] weights = random.ints(30, 0, 4).toArray();

        assertThat(Ranks.correlation(new Ranks(x), new Ranks(y), weights))
                .isCloseTo(spearman(repeat(x, weights), repeat(y, weights)), within(1e-12));
    }

    static double spearman(double[] x, double[] y) {
        int[] once = new int[x.length];
        Arrays.fill(once, 1);
        return Ranks.correlation(new Ranks(x), new Ranks(y), once);
    }

    private static double[] repeat(double[] values, int[] times) {
        double[] repeated = new double[Arrays.stream(times).sum()];
        int next = 0;
        for (int i = 0; i < values.length; i++) {
            for (int j = 0; j < times[i]; j++) {
                repeated[next++] = values[i];
            }
        }
        return repeated;
    }

    /// Tenths, so that some are equal.
    private static double[] random(long seed, int size) {
        return new SplittableRandom(seed)
                .ints(size, 0, 20)
                .asDoubleStream()
                .map(value -> value / 10)
                .toArray();
    }
}
