package io.liquidationmap.accuracy.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.liquidationmap.market.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EarthMoversDistanceTest {

    private static final double ROUNDING = 1e-9;

    private static MapReading reading(PointMap.Builder map) {
        return MapReading.of(map.build());
    }

    @Test
    void distance_isAsComputedByHand() {
        MapReading one = reading(PointMap.at(1000).add(Side.SHORT, 1050.5, 3).add(Side.LONG, 899.5, 1));
        MapReading other = reading(PointMap.at(1000).add(Side.SHORT, 1080.5, 30).add(Side.LONG, 979.5, 10));

        // Three quarters move by 3 %, one quarter by 8 %.
        assertThat(EarthMoversDistance.pct(one, other)).isCloseTo(0.75 * 3 + 0.25 * 8, within(ROUNDING));
    }

    @Test
    void wholeMapOnTheOtherSide_isMovedAcrossThePrice() {
        MapReading above = reading(PointMap.at(1000).add(Side.SHORT, 1099.5, 1));
        MapReading below = reading(PointMap.at(1000).add(Side.LONG, 900.5, 1));

        assertThat(EarthMoversDistance.pct(above, below)).isCloseTo(19.9, within(ROUNDING));
    }

    @Test
    void emptyMap_hasNoShape() {
        MapReading empty = reading(PointMap.at(1000));

        assertThat(EarthMoversDistance.pct(empty, reading(RandomMaps.some(1)))).isNaN();
    }

    @ParameterizedTest
    @CsvSource({"1, 5", "2, -30", "3, 90", "4, -100", "5, 1"})
    void shiftedMap_isAsFarAwayAsItWasShifted(long seed, int steps) {
        MapReading map = reading(RandomMaps.some(seed));
        MapReading shifted = reading(RandomMaps.shifted(seed, steps, 1));

        assertThat(EarthMoversDistance.pct(map, shifted)).isCloseTo(Math.abs(steps) / 10.0, within(ROUNDING));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void distance_isOne_andDoesNotSeeAmounts(long seed) {
        MapReading one = reading(RandomMaps.some(seed));
        MapReading two = reading(RandomMaps.some(seed + 100));
        MapReading three = reading(RandomMaps.some(seed + 200));
        double direct = EarthMoversDistance.pct(one, two);

        assertThat(EarthMoversDistance.pct(one, one)).isZero();
        assertThat(EarthMoversDistance.pct(one, reading(RandomMaps.shifted(seed, 0, 7))))
                .isCloseTo(0, within(ROUNDING));
        assertThat(EarthMoversDistance.pct(two, one)).isCloseTo(direct, within(ROUNDING));
        assertThat(EarthMoversDistance.pct(one, three) + EarthMoversDistance.pct(three, two))
                .isGreaterThanOrEqualTo(direct - ROUNDING);
    }
}
