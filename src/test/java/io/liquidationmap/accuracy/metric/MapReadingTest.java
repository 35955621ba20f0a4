package io.liquidationmap.accuracy.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.liquidationmap.market.Side;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MapReadingTest {

    @Test
    void bins_ascendByPrice() {
        MapReading reading = MapReading.of(PointMap.at(1000)
                .add(Side.LONG, 803, 1)
                .add(Side.LONG, 998, 2)
                .add(Side.SHORT, 1002, 3)
                .add(Side.SHORT, 1197, 4)
                .add(Side.SHORT, 1203, 99)
                .build());

        double[] bins = reading.bins(5, 20);

        assertThat(bins).hasSize(80);
        assertThat(bins[0]).isEqualTo(1);
        assertThat(bins[39]).isEqualTo(2);
        assertThat(bins[40]).isEqualTo(3);
        assertThat(bins[79]).isEqualTo(4);
        assertThat(Arrays.stream(bins).sum()).isEqualTo(10);
    }

    @Test
    void logImbalance_isFloored() {
        MapReading reading = MapReading.of(PointMap.at(1000)
                .add(Side.LONG, 960, 100)
                .add(Side.SHORT, 1040, 300)
                .build());

        assertThat(reading.logImbalance(5, 10)).isCloseTo(Math.log(3), within(1e-9));
        assertThat(reading.logImbalance(5, 200)).isCloseTo(Math.log(1.5), within(1e-9));
        assertThat(reading.logImbalance(2, 10)).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void bins_addUpToWhatLiesWithin(long seed) {
        PointMap map = RandomMaps.some(seed).build();
        MapReading reading = MapReading.of(map);

        for (Side side : Side.values()) {
            for (int pct : new int[] {2, 5, 10, 20}) {
                double within = map.cumulativeUsd(side, pct / 100.0);
                assertThat(reading.cumulativeUsd(side, pct)).isEqualTo(within);
                assertThat(Arrays.stream(reading.bins(side, 5, pct)).sum()).isCloseTo(within, within(1e-9));
            }
        }
    }
}
