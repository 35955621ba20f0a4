package io.liquidationmap.accuracy.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DevianceTest {

    private static final double[] REALISED = {0, 1, 4, 15};

    @ParameterizedTest
    @EnumSource(Deviance.class)
    void explained_isOne_ifAllIsKnown(Deviance deviance) {
        // What is predicted as nothing is counted as a hundredth of the mean, so not quite.
        assertThat(deviance.explained(REALISED, REALISED)).isCloseTo(1, within(0.1));
        assertThat(deviance.explained(new double[] {1, 4, 15}, new double[] {1, 4, 15}))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Deviance.class)
    void explained_isZero_ifTheMeanIsKnown(Deviance deviance) {
        assertThat(deviance.explained(new double[] {5, 5, 5, 5}, REALISED)).isCloseTo(0, within(1e-12));
    }

    @ParameterizedTest
    @EnumSource(Deviance.class)
    void explained_isNegative_ifWorseThanTheMean(Deviance deviance) {
        assertThat(deviance.explained(new double[] {15, 4, 1, 1}, REALISED)).isNegative();
    }

    @ParameterizedTest
    @EnumSource(Deviance.class)
    void explained_isFinite_whereNothingWasPredicted(Deviance deviance) {
        assertThat(deviance.explained(new double[4], REALISED)).isFinite().isNegative();
    }

    @ParameterizedTest
    @EnumSource(Deviance.class)
    void explained_isUnknown_whereNothingHappened(Deviance deviance) {
        assertThat(deviance.explained(new double[] {1, 2}, new double[2])).isNaN();
    }

    @Test
    void explained_byHand() {
        // Tweedie: 4 (√9 − √4)² / √4 + 4 (√1 − √1)² over 4 (√9 − √5)² / √5 + 4 (√1 − √5)² / √5.
        double left = 2;
        double whole = 4 * (Math.pow(3 - Math.sqrt(5), 2) + Math.pow(1 - Math.sqrt(5), 2)) / Math.sqrt(5);
        assertThat(Deviance.TWEEDIE.explained(new double[] {4, 1}, new double[] {9, 1}))
                .isCloseTo(1 - left / whole, within(1e-12));
        // Poisson: 2 (9 ln(9/4) − 5) over 2 (9 ln(9/5) + ln(1/5)).
        assertThat(Deviance.POISSON.explained(new double[] {4, 1}, new double[] {9, 1}))
                .isCloseTo(1 - (9 * Math.log(2.25) - 5) / (9 * Math.log(1.8) + Math.log(0.2)), within(1e-12));
    }
}
