package io.liquidationmap.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class LeverageMixTest {

    private final LeverageMix mix = new LeverageMix(
            List.of(new LeverageMix.Choice(5, 1), new LeverageMix.Choice(20, 2), new LeverageMix.Choice(100, 1)));

    @Test
    void at_followsTheWeights() {
        assertThat(mix.at(0, 125)).isEqualTo(5);
        assertThat(mix.at(0.24, 125)).isEqualTo(5);
        assertThat(mix.at(0.26, 125)).isEqualTo(20);
        assertThat(mix.at(0.74, 125)).isEqualTo(20);
        assertThat(mix.at(0.76, 125)).isEqualTo(100);
        assertThat(mix.at(Math.nextDown(1.0), 125)).isEqualTo(100);
    }

    @Test
    void at_staysBelowTheCap() {
        assertThat(mix.at(Math.nextDown(1.0), 50)).isEqualTo(20);
        assertThat(mix.at(0.3, 50)).isEqualTo(5);
        assertThat(mix.at(0.5, 3)).isEqualTo(5);
    }

    @Test
    void new_refuses_whatIsNoLeverage() {
        assertThatIllegalArgumentException().isThrownBy(() -> new LeverageMix(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new LeverageMix.Choice(0.5, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new LeverageMix.Choice(5, 0));
    }
}
