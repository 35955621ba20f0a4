package io.liquidationmap.api.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import io.liquidationmap.accuracy.forecast.ForecastScore.MethodScore;
import org.junit.jupiter.api.Test;

class LiveMethodTest {

    /// Amounts that are all alike have no ranks, and what nothing was realised of is infinitely too much.
    @Test
    void whatCannotBeSaid_isNull() {
        MethodScore score = new MethodScore(Double.NaN, 0, 0, 0, Double.POSITIVE_INFINITY);

        assertThat(LiveMethod.of(score)).isEqualTo(new LiveMethod(null, null));
    }

    @Test
    void whatIsKnown_isSaid() {
        assertThat(LiveMethod.of(new MethodScore(0.5, 0, 0, 0, 1.25))).isEqualTo(new LiveMethod(0.5, 1.25));
    }
}
