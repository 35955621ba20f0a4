package io.liquidationmap.engine;

import static io.liquidationmap.engine.Fixtures.EVER;
import static io.liquidationmap.engine.Fixtures.book;
import static io.liquidationmap.engine.Fixtures.defaults;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.liquidationmap.engine.LiquidationMap.Part;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.Side;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterSearchTest {

    private static LiquidationMap map(LevelMap levels) {
        return LiquidationMap.of(levels.price(), List.of(new Part("one", levels)));
    }

    /// The same quantity in every bin between two distances, in log price, on both sides.
    private static HandMap even(double from, double to) {
        HandMap map = new HandMap(1000, "10");
        for (double way = from; way < to; way += HandMap.STEP) {
            map.put("10", 1000 * Math.exp(way), 1);
            map.put("10", 1000 * Math.exp(-way), 1);
        }
        return map;
    }

    @Test
    void heapOnEvenGround_isFound() {
        LiquidationMap map = map(even(HandMap.STEP, 0.5)
                .put("10", 1100, 30)
                .put("10", 1101, 20)
                .put("10", 1250, 90)
                .put("10", 900, 25)
                .build());

        List<Cluster> up = map.clusters(Side.SHORT, 2);
        List<Cluster> down = map.clusters(Side.LONG, 1);

        assertThat(up).hasSize(2);
        assertThat(up.get(0).peak()).isCloseTo(1250, within(2.0));
        assertThat(up.get(0).low()).isBetween(1225.0, 1250.0);
        assertThat(up.get(0).high()).isBetween(1250.0, 1275.0);
        assertThat(up.get(0).distance()).isCloseTo(0.25, within(0.002));
        assertThat(up.get(0).usd()).isGreaterThan(90_000);
        assertThat(up.get(1).peak()).isCloseTo(1100, within(2.0));
        assertThat(down.getFirst().peak()).isCloseTo(900, within(2.0));
        assertThat(down.getFirst().distance()).isCloseTo(-0.1, within(0.002));
    }

    @Test
    void evenGround_hasNoClusters_exceptWhereItEnds() {
        // Blurred, the ground's far end lies above what is beyond it.
        assertThat(map(even(HandMap.STEP, 0.5).build()).clusters(Side.SHORT, 10))
                .allSatisfy(cluster -> assertThat(cluster.distance()).isGreaterThan(0.5));
    }

    @ParameterizedTest(name = "seed={0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void clusters_areTheHeaviestDisjointStretches_andHoldWhatTheMapHolds(long seed) {
        LevelMap levels = book(defaults(ContractType.LINEAR), RandomHistory.clean(seed, Interval.ONE_HOUR, 1500))
                .history()
                .latest(EVER);
        LiquidationMap map = map(levels);

        for (Side side : Side.values()) {
            List<Cluster> clusters = map.clusters(side, 100);
            assertThat(clusters).hasSizeGreaterThan(2);
            assertThat(clusters).isSortedAccordingTo((a, b) -> Double.compare(b.usd(), a.usd()));
            double rounding = 1e-9 * map.totalUsd(side);
            for (Cluster cluster : clusters) {
                double held = Math.abs(
                        map.at(cluster.high()).usd() - map.at(cluster.low()).usd());
                assertThat(cluster.usd()).isPositive().isCloseTo(held, within(rounding));
                assertThat(cluster.shareOfSide()).isCloseTo(held / map.totalUsd(side), within(1e-9));
                assertThat(cluster.peak()).isBetween(cluster.low(), cluster.high());
                assertThat(cluster.side()).isEqualTo(side);
                assertThat(cluster.peak() > map.price()).isEqualTo(side == Side.SHORT);
                assertThat(clusters)
                        .filteredOn(other -> other.low() < cluster.high() && other.high() > cluster.low())
                        .containsExactly(cluster);
            }
            assertThat(map.clusters(side, 2)).isEqualTo(clusters.subList(0, 2));
        }
    }

    @Test
    void noLevels_noClusters() {
        assertThat(map(new HandMap(1000, "10").build()).clusters(Side.LONG, 10)).isEmpty();
    }
}
