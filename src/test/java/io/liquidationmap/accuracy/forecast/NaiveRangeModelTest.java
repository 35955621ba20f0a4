package io.liquidationmap.accuracy.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.liquidationmap.accuracy.forecast.NaiveRangeModel.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NaiveRangeModelTest {

    private static final NaiveRangeModel TRUTH = new NaiveRangeModel(0.3, 1.7);

    @Test
    void fit_findsTheModel_thatMadeTheData() {
        List<Observation> exact = data(1, false);

        NaiveRangeModel found = NaiveRangeModel.fit(exact).orElseThrow();

        assertThat(found.exponent()).isCloseTo(TRUTH.exponent(), within(1e-5));
        assertThat(found.scale()).isCloseTo(TRUTH.scale(), within(1e-4));
    }

    @ParameterizedTest(name = "seed={0}")
    @ValueSource(longs = {1, 2, 3})
    void fit_findsItAmongNoiseAndEmptyBuckets(long seed) {
        NaiveRangeModel found = NaiveRangeModel.fit(data(seed, true)).orElseThrow();

        assertThat(found.exponent()).isCloseTo(TRUTH.exponent(), within(0.15));
        assertThat(found.usd(1e9, 0.003) / TRUTH.usd(1e9, 0.003)).isBetween(0.85, 1.18);
    }

    @Test
    void fit_isNotMovedByDistancesThatSayNothing() {
        List<Observation> data = data(1, true);
        List<Observation> more = new ArrayList<>(data);
        more.add(new Observation(1e9, 0, 5e6));
        more.add(new Observation(1e9, 1e-7, 5e6));
        more.add(new Observation(0, 0.01, 5e6));

        assertThat(NaiveRangeModel.fit(more)).isEqualTo(NaiveRangeModel.fit(data));
    }

    @Test
    void fit_isEmpty_whereNothingWasLiquidated() {
        assertThat(NaiveRangeModel.fit(List.of())).isEmpty();
        assertThat(NaiveRangeModel.fit(List.of(new Observation(1e9, 0.01, 0), new Observation(1e9, 0.02, 0))))
                .isEmpty();
    }

    @Test
    void usd_isNothing_whereThePriceDidNotGo() {
        assertThat(new NaiveRangeModel(0.3, 0).usd(1e9, 0)).isZero();
        assertThat(TRUTH.usd(2e9, 0.01)).isCloseTo(2 * TRUTH.usd(1e9, 0.01), within(1e-6));
    }

    private static List<Observation> data(long seed, boolean noisy) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Observation> data = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            double openInterest = 1e9 * (0.5 + random.nextDouble());
            double excursion = 0.002 * Math.exp(1.2 * random.nextGaussian()) + 2e-4;
            double mean = TRUTH.usd(openInterest, excursion);
            double amount = noisy ? (random.nextBoolean() ? 0 : 2 * mean * random.nextExponential()) : mean;
            data.add(new Observation(openInterest, excursion, amount));
        }
        return data;
    }
}
