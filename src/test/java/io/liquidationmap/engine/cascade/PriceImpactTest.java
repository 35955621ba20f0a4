package io.liquidationmap.engine.cascade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PriceImpactTest {

    private static final PriceImpact BOTH = new PriceImpact(100e6, 5e9, 0.03);

    @ParameterizedTest
    @ValueSource(doubles = {1e4, 1e6, 1e8, 1e10})
    void flowFor_isTheInverse_onEitherBranch(double usd) {
        assertThat(BOTH.flowFor(BOTH.of(usd))).isCloseTo(usd, within(1e-9 * usd));
    }

    @Test
    void flowFor_isWhatTheFirstOfBothTakes() {
        // The law: 5e9 · (0.001 / 0.03)², less than a tenth of the depth.
        assertThat(BOTH.flowFor(0.001)).isCloseTo(5e9 / 900, within(1e-3));
        // The book: five times the depth, less than 5e9 · (0.05 / 0.03)².
        assertThat(BOTH.flowFor(0.05)).isCloseTo(500e6, within(1e-3));
    }

    @Test
    void flowFor_isThatOfTheBookAlone_whereTheLawIsUnknown() {
        assertThat(new PriceImpact(100e6, Double.NaN, 0.03).flowFor(0.001)).isCloseTo(10e6, within(1e-3));
        assertThat(new PriceImpact(100e6, 0, 0.03).flowFor(0.001)).isCloseTo(10e6, within(1e-3));
        assertThat(new PriceImpact(100e6, 5e9, Double.NaN).flowFor(0.001)).isCloseTo(10e6, within(1e-3));
        assertThat(new PriceImpact(100e6, 5e9, 0).flowFor(0.001)).isCloseTo(10e6, within(1e-3));
    }

    @Test
    void flowFor_isNothing_whereNothingIsToMove() {
        assertThat(BOTH.flowFor(0)).isZero();
    }
}
