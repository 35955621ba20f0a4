package io.liquidationmap.accuracy.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.liquidationmap.accuracy.forecast.BlockBootstrap.Band;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BlockBootstrapTest {

    private static final int SLOTS = 400;

    @Test
    void band_hasTheWidthOfTheCentralLimit_forIndependentObservations() {
        double[] values = noise(1);
        double spread = 2 * 1.96 / Math.sqrt(SLOTS);

        Band band = new BlockBootstrap(slots(), 1).band(weights -> mean(values, weights));

        assertThat(band.high() - band.low()).isCloseTo(spread, within(0.15 * spread));
        assertThat(mean(values, ones())).isBetween(band.low(), band.high());
    }

    @Test
    void band_isWider_whereNeighboursAreAlike() {
        double[] noise = noise(2);
        double[] clustered =
                IntStream.range(0, SLOTS).mapToDouble(i -> noise[i / 20]).toArray();

        Band alone = new BlockBootstrap(slots(), 1).band(weights -> mean(clustered, weights));
        Band blocks = new BlockBootstrap(slots(), 20).band(weights -> mean(clustered, weights));

        assertThat(blocks.high() - blocks.low()).isGreaterThan(2 * (alone.high() - alone.low()));
    }

    @Test
    void band_isTheSameEachTime() {
        double[] values = noise(3);
        BlockBootstrap bootstrap = new BlockBootstrap(slots(), 10);

        assertThat(bootstrap.band(weights -> mean(values, weights)))
                .isEqualTo(bootstrap.band(weights -> mean(values, weights)));
    }

    @Test
    void draw_keepsTheSizeOfTheSample_andTheSidesOfABucketTogether() {
        int[] bothSides = IntStream.range(0, 2 * 60).map(i -> i / 2).toArray();

        new BlockBootstrap(bothSides, 7).band(weights -> {
            assertThat(Arrays.stream(weights).sum()).isEqualTo(2 * 60);
            for (int i = 0; i < weights.length; i += 2) {
                assertThat(weights[i]).isEqualTo(weights[i + 1]);
            }
            return 0;
        });
    }

    @Test
    void band_isUnknown_forLessThanThreeBlocks() {
        BlockBootstrap bootstrap = new BlockBootstrap(IntStream.range(0, 29).toArray(), 10);

        assertThat(bootstrap.band(_ -> 1)).isEqualTo(Band.UNKNOWN);
        assertThat(new BlockBootstrap(slots(), 1).band(_ -> Double.NaN)).isEqualTo(Band.UNKNOWN);
    }

    private static int[] slots() {
        return IntStream.range(0, SLOTS).toArray();
    }

    private static int[] ones() {
        int[] ones = new int[SLOTS];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static double[] noise(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return IntStream.range(0, SLOTS).mapToDouble(_ -> random.nextGaussian()).toArray();
    }

    private static double mean(double[] values, int[] weights) {
        double sum = 0;
        double count = 0;
        for (int i = 0; i < values.length; i++) {
            sum += weights[i] * values[i];
            count += weights[i];
        }
        return sum / count;
    }
}
