package io.liquidationmap.accuracy.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.liquidationmap.market.Side;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ClusterHitsTest {

    /// Even levels as far as is read, and a heap at each of the distances.
    private static MapReading heapsAt(double... distances) {
        PointMap.Builder map = PointMap.at(1000);
        for (double way = 0.0005; way < 0.35; way += 0.001) {
            map.add(Side.LONG, 1000 * (1 - way), 1).add(Side.SHORT, 1000 * (1 + way), 1);
        }
        double usd = 100;
        for (double distance : distances) {
            map.add(distance < 0 ? Side.LONG : Side.SHORT, 1000 * (1 + distance + Math.copySign(1e-6, distance)), usd);
            usd *= 0.8;
        }
        return MapReading.of(map.build());
    }

    @Test
    void peaks_areWhereTheHeapsAre_theHighestFirst() {
        double[] peaks = new DetrendedDensity(heapsAt(0.10, -0.05, 0.15)).peaks(3);

        assertThat(peaks).hasSize(3);
        assertThat(peaks[0]).isCloseTo(0.10, within(0.001));
        assertThat(peaks[1]).isCloseTo(-0.05, within(0.001));
        assertThat(peaks[2]).isCloseTo(0.15, within(0.001));
    }

    @Test
    void peakFurtherAwayThanIsCompared_doesNotCount() {
        assertThat(Arrays.stream(new DetrendedDensity(heapsAt(0.10, 0.25)).peaks(10))
                        .map(Math::abs)
                        .max()
                        .orElseThrow())
                .isLessThan(0.2);
    }

    @Test
    void hit_isWithinHalfAPercent() {
        MapReading actual = heapsAt(0.10, -0.10, 0.05, -0.05, 0.15, -0.15, 0.08, -0.08, 0.18, -0.18);

        assertThat(ClusterHits.rate(actual, actual)).isEqualTo(1);
        assertThat(ClusterHits.rate(
                        heapsAt(0.104, -0.104, 0.054, -0.054, 0.154, -0.14, 0.09, -0.07, 0.17, -0.19), actual))
                .isEqualTo(0.5);
    }

    @Test
    void emptyMap_hitsNothing_andHasNothingToBeHit() {
        MapReading empty = MapReading.of(PointMap.at(1000).build());

        assertThat(ClusterHits.rate(empty, heapsAt(0.1))).isZero();
        assertThat(ClusterHits.rate(heapsAt(0.1), empty)).isNaN();
    }
}
