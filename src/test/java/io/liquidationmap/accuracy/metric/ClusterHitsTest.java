package io.liquidationmap.accuracy.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.liquidationmap.engine.Cluster;
import io.liquidationmap.market.Side;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClusterHitsTest {

    private static List<Cluster> at(double... distances) {
        return Arrays.stream(distances)
                .mapToObj(distance -> new Cluster(
                        distance < 0 ? Side.LONG : Side.SHORT, 0, 0, 100 * (1 + distance), 1, null, distance, 0))
                .toList();
    }

    @Test
    void hit_isWithinHalfAPercent() {
        List<Cluster> actual = at(0.10, -0.10, 0.05, -0.02);

        assertThat(ClusterHits.rate(at(0.104, -0.106, 0.05), actual)).isEqualTo(0.5);
        assertThat(ClusterHits.rate(actual, actual)).isEqualTo(1);
    }

    @Test
    void onePrediction_mayHitSeveral_andSeveralHitOneOnlyOnce() {
        assertThat(ClusterHits.rate(at(0.10), at(0.097, 0.103))).isEqualTo(1);
        assertThat(ClusterHits.rate(at(0.097, 0.10, 0.103), at(0.10, 0.15))).isEqualTo(0.5);
    }

    @Test
    void withoutPredictions_nothingIsHit_withoutClustersNothingIsKnown() {
        assertThat(ClusterHits.rate(List.of(), at(0.1))).isZero();
        assertThat(ClusterHits.rate(at(0.1), List.of())).isNaN();
    }
}
