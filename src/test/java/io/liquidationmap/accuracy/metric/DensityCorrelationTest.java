package io.liquidationmap.accuracy.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DensityCorrelationTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void sameShape_isOne_whateverItHolds_andFallsAsItMoves(long seed) {
        MapReading map = MapReading.of(RandomMaps.some(seed).build());
        MapReading larger = MapReading.of(RandomMaps.shifted(seed, 0, 9).build());
        MapReading near = MapReading.of(RandomMaps.shifted(seed, 1, 1).build());
        MapReading far = MapReading.of(RandomMaps.shifted(seed, 10, 1).build());

        assertThat(DensityCorrelation.of(map, larger)).isCloseTo(1, within(1e-9));
        assertThat(DensityCorrelation.of(map, near)).isBetween(0.8, 1.0);
        assertThat(DensityCorrelation.of(map, far)).isLessThan(0.5);
    }
}
