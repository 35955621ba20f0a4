package io.liquidationmap.api.representation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainDecimalTest {

    @ParameterizedTest
    @CsvSource({
        "0.0, 0",
        "-0.0, 0",
        "1.0E10, 10000000000",
        "3.58E8, 358000000",
        "1.2E-5, 0.000012",
        "0.1, 0.1",
        "-63700.25, -63700.25",
        "1.0E22, 10000000000000000000000",
        "1.0E-12, 0.000000000001"
    })
    void number_hasNoExponent(double value, String text) {
        assertThat(PlainDecimal.of(value)).isEqualTo(text);
    }

    @ParameterizedTest(name = "seed={0}")
    @ValueSource(longs = {1, 2, 3})
    void number_readsBackAsItself(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 10_000; i++) {
            double value = random.nextGaussian() * Math.pow(10, random.nextInt(-20, 20));

            assertThat(Double.parseDouble(PlainDecimal.of(value))).isEqualTo(value);
        }
    }

    @ParameterizedTest(name = "seed={0}")
    @ValueSource(longs = {1, 2, 3})
    void number_hasTheDigitsOfTheShortestDecimal(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 10_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                assertThat(PlainDecimal.of(value)).isEqualTo(slowly(value));
            }
            double whole = random.nextLong(-1_000_000_000_000L, 1_000_000_000_000L);
            assertThat(PlainDecimal.of(whole)).isEqualTo(slowly(whole));
        }
        assertThat(PlainDecimal.of(Double.MIN_VALUE)).isEqualTo(slowly(Double.MIN_VALUE));
        assertThat(PlainDecimal.of(-Double.MAX_VALUE)).isEqualTo(slowly(-Double.MAX_VALUE));
    }

    private static String slowly(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
