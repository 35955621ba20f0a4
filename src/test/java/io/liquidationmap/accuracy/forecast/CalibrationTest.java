package io.liquidationmap.accuracy.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.liquidationmap.accuracy.forecast.Calibration.Decile;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CalibrationTest {

    private static final double[] PREDICTED = IntStream.rangeClosed(1, 25)
            .mapToDouble(i -> 1000.0 * ((i * 7) % 26))
            .toArray();

    @Test
    void slope_isOne_whenAmountsGrowTogether() {
        double[] realised = Arrays.stream(PREDICTED).map(usd -> 3 * usd).toArray();

        assertThat(Calibration.of(PREDICTED, realised).logSlope()).isCloseTo(1, within(1e-12));
    }

    @Test
    void slope_isAHalf_whenPredictionsAreTwiceAsFarApart() {
        double[] realised = Arrays.stream(PREDICTED).map(Math::sqrt).toArray();

        assertThat(Calibration.of(PREDICTED, realised).logSlope()).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void slope_leavesOutWhatHasNoLogarithm() {
        double[] predicted = {0, 1, 2, 4, 8};
        double[] realised = {9, 1, 2, 4, 0};

        assertThat(Calibration.of(predicted, realised).logSlope()).isCloseTo(1, within(1e-12));
        assertThat(Calibration.of(new double[] {0, 1, 2}, new double[] {1, 1, 0})
                        .logSlope())
                .isNaN();
    }

    @Test
    void deciles_ascend_andLoseNothing() {
        double[] realised = Arrays.stream(PREDICTED).map(usd -> usd / 2).toArray();

        Calibration calibration = Calibration.of(PREDICTED, realised);

        assertThat(calibration.deciles()).hasSize(10);
        assertThat(calibration.deciles()).extracting(Decile::pairs).allMatch(pairs -> pairs == 2 || pairs == 3);
        assertThat(calibration.deciles()).extracting(Decile::meanPredictedUsd).isSorted();
        assertThat(calibration.deciles().stream()
                        .mapToDouble(decile -> decile.pairs() * decile.meanRealisedUsd())
                        .sum())
                .isCloseTo(Arrays.stream(realised).sum(), within(1e-6));
    }

    @Test
    void deciles_areFewer_forFewerPairs() {
        assertThat(Calibration.of(new double[] {1, 2}, new double[] {1, 2}).deciles())
                .containsExactly(new Decile(1, 1, 1), new Decile(1, 2, 2));
    }
}
