package io.liquidationmap.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.liquidationmap.market.Side;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownLevelsTest {

    @Test
    void aPosition_isOnTheMap_orOutOfReach_orPassed() {
        KnownLevels levels = KnownLevels.at(100)
                .add(Side.LONG, 90.0, 1)
                .add(Side.LONG, 100.0, 2)
                .add(Side.LONG, 101.0, 4)
                .add(Side.LONG, null, 8)
                .add(Side.SHORT, 110.0, 16)
                .add(Side.SHORT, 100.0, 32)
                .add(Side.SHORT, null, 64)
                .build();

        assertThat(levels.totalUsd(Side.LONG)).isEqualTo(1);
        assertThat(levels.passedUsd(Side.LONG)).isEqualTo(6);
        assertThat(levels.unreachableUsd(Side.LONG)).isEqualTo(8);
        assertThat(levels.knownUsd(Side.LONG)).isEqualTo(15);
        assertThat(levels.totalUsd(Side.SHORT)).isEqualTo(16);
        assertThat(levels.passedUsd(Side.SHORT)).isEqualTo(32);
        assertThat(levels.knownUsd(Side.SHORT)).isEqualTo(112);
    }

    @Test
    void usdWithin_includesALevelThatIsJustReached() {
        KnownLevels levels = KnownLevels.at(100)
                .add(Side.LONG, 90.0, 1)
                .add(Side.LONG, 80.0, 2)
                .add(Side.SHORT, 125.0, 4)
                .build();

        assertThat(levels.usdWithin(Side.LONG, 0.0999)).isZero();
        assertThat(levels.usdWithin(Side.LONG, 0.1)).isEqualTo(1);
        assertThat(levels.usdWithin(Side.LONG, 0.9)).isEqualTo(3);
        assertThat(levels.usdWithin(Side.SHORT, 0.25)).isEqualTo(4);
    }

    @Test
    void aLevelOnAnEdge_belongsToTheNearerBucket() {
        Buckets buckets = KnownLevels.at(100)
                .add(Side.LONG, 90.0, 1)
                .add(Side.SHORT, 110.0, 2)
                .add(Side.SHORT, 150.0, 4)
                .add(Side.LONG, 40.0, 8)
                .build()
                .buckets(new PriceWindow(50, 150, 10));

        assertThat(buckets.all())
                .filteredOn(bucket -> bucket.usd() > 0)
                .extracting(Bucket::low)
                .containsExactly(90.0, 100.0, 140.0);
        assertThat(buckets.outsideDownUsd()).isEqualTo(8);
        assertThat(buckets.outsideUpUsd()).isZero();
    }

    @ParameterizedTest(name = "seed={0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void buckets_addUpToAllLevels_whereverTheWindow(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        KnownLevels.Builder builder = KnownLevels.at(1000);
        for (int i = 0; i < 500; i++) {
            Side side = random.nextBoolean() ? Side.LONG : Side.SHORT;
            builder.add(
                    side,
                    random.nextInt(10) == 0 ? null : (Double) (1000 * Math.exp(random.nextGaussian() / 5)),
                    random.nextDouble());
        }
        KnownLevels levels = builder.build();
        double low = random.nextDouble(200, 1500);
        Buckets buckets =
                levels.buckets(new PriceWindow(low, low * random.nextDouble(1.1, 3), random.nextInt(10, 300)));

        assertThat(buckets.upUsd() + buckets.outsideUpUsd()).isCloseTo(levels.totalUsd(Side.SHORT), within(1e-9));
        assertThat(buckets.downUsd() + buckets.outsideDownUsd()).isCloseTo(levels.totalUsd(Side.LONG), within(1e-9));
        for (Bucket bucket : buckets.all()) {
            double distance = Math.abs(bucket.farEdge() / 1000 - 1);
            assertThat(bucket.cumulativeUsd()).isCloseTo(levels.usdWithin(bucket.side(), distance), within(1e-9));
        }
    }

    @Test
    void aHeap_isACluster() {
        KnownLevels.Builder builder = KnownLevels.at(1000);
        for (int i = 1; i < 300; i++) {
            builder.add(Side.LONG, 1000 * Math.exp(-i / 1000.0), 1);
        }
        KnownLevels levels = builder.add(Side.LONG, 900.0, 50).build();

        assertThat(levels.clusters(Side.LONG, 1)).singleElement().satisfies(cluster -> {
            assertThat(cluster.distance()).isCloseTo(-0.1, within(0.002));
            assertThat(cluster.usd()).isGreaterThan(50);
        });
        assertThat(levels.clusters(Side.SHORT, 1)).isEmpty();
    }

    @Test
    void aPriceThatIsNone_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> KnownLevels.at(0));
        assertThatIllegalArgumentException().isThrownBy(() -> KnownLevels.at(Double.NaN));
    }
}
