package io.liquidationmap.engine.context;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StandingTest {

    @Test
    void standing_isWithheld_underNinetyDays() {
        assertThat(Standing.of(0, 180, days(89))).isEqualTo(new Standing(180, 89, null));
        assertThat(Standing.of(0, 180, days(90)).position()).isNotNull();
    }

    @Test
    void standing_isWithheld_whereTheRatioIsUnknown() {
        assertThat(Standing.of(Double.NaN, 180, days(180))).isEqualTo(new Standing(180, 180, null));
    }

    @Test
    void normalBand_isInRatios() {
        // given: logarithms 0.00, 0.01 … 1.00
        Standing.Position position =
                requireNonNull(Standing.of(0.75, 180, days(101)).position());

        assertThat(position.percentile()).isCloseTo(100 * 75.5 / 101, within(1e-9));
        assertThat(position.normalRatioLow()).isCloseTo(Math.exp(0.1), within(1e-9));
        assertThat(position.normalRatioHigh()).isCloseTo(Math.exp(0.9), within(1e-9));
        assertThat(position.robustZ()).hasValueCloseTo(0.25 / (1.4826 * 0.25), within(1e-9));
    }

    @Test
    void robustZ_isUnknown_whereEveryDayIsTheSame() {
        PastValues same =
                PastValues.of(IntStream.range(0, 200).mapToDouble(_ -> 0.5).toArray());

        assertThat(requireNonNull(Standing.of(0.7, 180, same).position()).robustZ())
                .isEmpty();
    }

    private static PastValues days(int count) {
        return PastValues.of(
                IntStream.range(0, count).mapToDouble(i -> i / 100.0).toArray());
    }
}
