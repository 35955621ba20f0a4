package io.liquidationmap.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {

    @Test
    void median_isTheMiddle_orTheMeanOfTheMiddleTwo() {
        assertThat(Spread.over(List.of(3.0, 1.0, 20.0))).hasValue(new Spread(3, 1, 20));
        assertThat(Spread.over(List.of(4.0, 1.0, 20.0, 2.0))).hasValue(new Spread(3, 1, 20));
    }

    @Test
    void unknown_doesNotCount() {
        assertThat(Spread.over(List.of(Double.NaN, 5.0))).hasValue(new Spread(5, 5, 5));
        assertThat(Spread.over(List.of(Double.NaN))).isEmpty();
        assertThat(Spread.over(List.of())).isEmpty();
    }

    @Test
    void metrics_areInOrder_eachOnce() {
        assertThat(Metric.all()).hasSize(26).doesNotHaveDuplicates().isSorted();
        assertThatIllegalArgumentException().isThrownBy(() -> Metric.at(Measure.FACTOR_ERROR, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> Metric.of(Measure.FACTOR_ERROR));
        assertThatIllegalArgumentException().isThrownBy(() -> Metric.at(Measure.CLUSTER_HIT_RATE, 5));
    }
}
