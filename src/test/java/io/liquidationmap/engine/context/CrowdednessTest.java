package io.liquidationmap.engine.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.liquidationmap.engine.context.Condition.Kind;
import io.liquidationmap.engine.context.Condition.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrowdednessTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
                    # ratio, low, high, percentile, up, down, label
                    4, 1.1, 15, 90,   3,    1,   CROWDED_SHORTS
                    4, 1.1, 15, 97.4, 9,    1,   CROWDED_SHORTS
                    4, 1.1, 15, 97.5, 3,    1,   EXTREMELY_CROWDED_SHORTS
                    # each condition alone is not enough, nor are two
                    4, 1.1, 15, 89.9, 3,    1,   NEUTRAL
                    4, 1.1, 15, 99,   2.99, 9,   NEUTRAL
                    4, 1,   15, 99,   9,    1,   BALANCED_WITHIN_ERROR
                    4, 0.5, 30, 99,   9,    1,   BALANCED_WITHIN_ERROR
                    4, 1.1, 15, 50,   1,    1,   NEUTRAL
                    4, 0.9, 15, 50,   1,    1,   BALANCED_WITHIN_ERROR
                    # the mirror image
                    0.25, 0.07, 0.9, 10,   1, 3,    CROWDED_LONGS
                    0.25, 0.07, 0.9, 2.6,  1, 3,    CROWDED_LONGS
                    0.25, 0.07, 0.9, 2.5,  1, 3,    EXTREMELY_CROWDED_LONGS
                    0.25, 0.07, 0.9, 10.1, 1, 3,    NEUTRAL
                    0.25, 0.07, 0.9, 1,    9, 2.99, NEUTRAL
                    0.25, 0.07, 1,   1,    1, 9,    BALANCED_WITHIN_ERROR
                    # unusual the other way round
                    4, 1.1, 15, 1, 9, 9, NEUTRAL
                    0.25, 0.07, 0.9, 99, 9, 9, NEUTRAL
                    1, 0.5, 2, 50, 9, 9, BALANCED_WITHIN_ERROR
                    """)
    void label_needsAllConditions(
            double ratio, double low, double high, double percentile, double up, double down, Label label) {
        assertThat(Crowdedness.of(ratio, low, high, percentile, up, down).label())
                .isEqualTo(label);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    # without a percentile it may be crowded, unless something else speaks against it
                    4, 1.1, 15, NaN, 9, 1,
                    4, 1.1, 15, NaN, 1, 1, NEUTRAL
                    4, 0.9, 15, NaN, 9, 1, BALANCED_WITHIN_ERROR
                    # without a band it may be balanced
                    4, NaN, NaN, 99, 9, 1,
                    4, NaN, NaN, 50, 9, 1,
                    # without an open interest it may be immaterial
                    4, 1.1, 15, 99, NaN, NaN,
                    4, 1.1, 15, 50, NaN, NaN, NEUTRAL
                    """)
    void label_isUnknown_whereWhatDecidesItIs(
            double ratio, double low, double high, double percentile, double up, double down, @Nullable Label label) {
        assertThat(Crowdedness.of(ratio, low, high, percentile, up, down).label())
                .isEqualTo(label);
    }

    @Test
    void conditions_areThoseOfTheSideTheRatioPointsTo() {
        Crowdedness shorts = Crowdedness.of(4, 1.1, 15, Double.NaN, 2, 9);

        assertThat(shorts.conditions())
                .extracting(Condition::kind, Condition::threshold, Condition::outcome)
                .containsExactly(
                        tuple(Kind.PERCENTILE_AT_LEAST, 90.0, Outcome.UNKNOWN),
                        tuple(Kind.SHARE_OF_OPEN_INTEREST_AT_LEAST, 3.0, Outcome.NOT_MET),
                        tuple(Kind.RATIO_LOW_ABOVE, 1.0, Outcome.MET));
        assertThat(Crowdedness.of(0.5, 0.2, 0.9, 50, 1, 9).conditions())
                .extracting(Condition::kind)
                .containsExactly(Kind.PERCENTILE_AT_MOST, Kind.SHARE_OF_OPEN_INTEREST_AT_LEAST, Kind.RATIO_HIGH_BELOW);
    }

    @Test
    void unknownRatio_isNotJudged() {
        assertThat(Crowdedness.of(Double.NaN, 1, 2, 99, 9, 9)).isEqualTo(new Crowdedness(null, List.of()));
    }
}
