package io.liquidationmap.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;

class DiceTest {

    private static final int DRAWS = 200_000;

    @Test
    void gaussian_isStandardNormal() {
        Dice dice = new Dice(1);
        assertThat(mean(dice::gaussian)).isCloseTo(0, within(0.01));
        assertThat(mean(() -> square(dice.gaussian()))).isCloseTo(1, within(0.02));
        assertThat(mean(() -> Math.abs(dice.gaussian()) > 1.959964 ? 1 : 0)).isCloseTo(0.05, within(0.002));
    }

    @Test
    void exponential_hasMeanAndSpreadOne() {
        Dice dice = new Dice(2);
        assertThat(mean(dice::exponential)).isCloseTo(1, within(0.01));
        assertThat(mean(() -> square(dice.exponential() - 1))).isCloseTo(1, within(0.03));
    }

    @Test
    void arrivals_countWhatIsExpected_howeverTimeIsCut() {
        ArrivalClock clock = new ArrivalClock(new Dice(3));
        assertThat(mean(() -> clock.arrivals(0.3))).isCloseTo(0.3, within(0.01));
        assertThat(mean(() -> clock.arrivals(2.5))).isCloseTo(2.5, within(0.02));
        assertThat(clock.arrivals(0)).isZero();
    }

    @Test
    void fluctuating_keepsItsSpreadAndForgets() {
        Dice dice = new Dice(4);
        Fluctuating value = new Fluctuating(new Fluctuation(2, 0.5), 0.1, dice);
        double[] before = {value.value()};
        double[] products = new double[2];
        for (int i = 0; i < DRAWS; i++) {
            value.advance();
            products[0] += value.value() * value.value() / DRAWS;
            products[1] += value.value() * before[0] / DRAWS;
            before[0] = value.value();
        }
        assertThat(Math.sqrt(products[0])).isCloseTo(2, within(0.05));
        assertThat(products[1] / products[0]).isCloseTo(Math.exp(-0.2), within(0.01));
    }

    @Test
    void split_isIndependentAndReproducible() {
        Dice one = new Dice(5).split();
        Dice same = new Dice(5).split();
        Dice parent = new Dice(5);
        double value = one.uniform();
        assertThat(same.uniform()).isEqualTo(value);
        assertThat(parent.uniform()).isNotEqualTo(value);
    }

    private static double mean(DoubleSupplier draw) {
        double sum = 0;
        for (int i = 0; i < DRAWS; i++) {
            sum += draw.getAsDouble();
        }
        return sum / DRAWS;
    }

    private static double square(double value) {
        return value * value;
    }
}
