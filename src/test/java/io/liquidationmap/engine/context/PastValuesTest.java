package io.liquidationmap.engine.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PastValuesTest {

    private static final Offset<Double> ROUNDING = within(1e-12);

    @ParameterizedTest
    @CsvSource({"0,0", "1,12.5", "1.5,25", "2,50", "2.5,75", "3,87.5", "4,100"})
    void percentile_countsTiesHalf(double value, double percentile) {
        assertThat(PastValues.of(2, 1, 3, 2).percentile(value)).isEqualTo(percentile);
    }

    @Test
    void percentile_ofTheOnlyValueThereIs_isTheMiddle() {
        assertThat(PastValues.of(7, 7, 7).percentile(7)).isEqualTo(50);
    }

    @ParameterizedTest
    @CsvSource({"0,1", "0.25,2", "0.5,3", "0.1,1.4", "0.9,8.4", "1,12"})
    void quantile_interpolates(double part, double expected) {
        assertThat(PastValues.of(12, 1, 3, 2, 3).quantile(part)).isEqualTo(expected, ROUNDING);
    }

    @Test
    void robustZ_ignoresHowFarTheOutliersLie() {
        // given: median 3, absolute deviations 2 1 0 1 and a lot, of which 1 is the median
        PastValues past = PastValues.of(1, 2, 3, 4, 1_000_000);

        assertThat(past.robustZ(3)).hasValue(0);
        assertThat(past.robustZ(6)).hasValueCloseTo(3 / 1.4826, ROUNDING);
        assertThat(past.robustZ(0)).hasValueCloseTo(-3 / 1.4826, ROUNDING);
    }

    @Test
    void robustZ_isUnknown_whereMostValuesAreTheSame() {
        assertThat(PastValues.of(5, 5, 5, 1, 9).robustZ(7)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void robustZ_isTheStandardScore_ofNormalValues(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values =
                random.doubles(20_000).map(_ -> 2 + 3 * random.nextGaussian()).toArray();

        assertThat(PastValues.of(values).robustZ(8)).hasValueCloseTo(2.0, within(0.1));
    }

    @Test
    void unknownValues_areLeftOut() {
        PastValues past = PastValues.of(Double.NaN, 1, Double.POSITIVE_INFINITY, 2);

        assertThat(past.size()).isEqualTo(2);
        assertThat(past.percentile(1.5)).isEqualTo(50);
    }

    @Test
    void nothing_isNoYardstick() {
        PastValues nothing = PastValues.of();

        assertThatIllegalStateException().isThrownBy(() -> nothing.percentile(1));
        assertThatIllegalStateException().isThrownBy(() -> nothing.quantile(0.5));
        assertThatIllegalStateException().isThrownBy(() -> nothing.robustZ(1));
    }

    @Test
    void valuesGiven_areNotTouched() {
        double[] values = {3, 1, 2};

        PastValues.of(values);

        assertThat(values).containsExactly(3, 1, 2);
    }
}
