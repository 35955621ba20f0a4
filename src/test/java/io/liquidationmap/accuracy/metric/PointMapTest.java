package io.liquidationmap.accuracy.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.liquidationmap.market.Interval;
import io.liquidationmap.market.Side;
import io.liquidationmap.simulation.LiquidationFeed;
import io.liquidationmap.simulation.SimulatedMarket;
import io.liquidationmap.simulation.TrueMap;
import io.liquidationmap.simulation.Worlds;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PointMapTest {

    @Test
    void cumulative_countsWhatLiesWithinTheDistance() {
        PointMap map = PointMap.at(100)
                .add(Side.LONG, 90, 5)
                .add(Side.LONG, 95, 2)
                .add(Side.SHORT, 110, 7)
                .build();

        assertThat(map.cumulativeUsd(Side.LONG, 0.04)).isZero();
        assertThat(map.cumulativeUsd(Side.LONG, 0.06)).isEqualTo(2);
        assertThat(map.cumulativeUsd(Side.LONG, 0.11)).isEqualTo(7);
        assertThat(map.cumulativeUsd(Side.SHORT, 0.11)).isEqualTo(7);
    }

    @Test
    void passedLevels_areNotOnTheMap() {
        PointMap map = PointMap.at(100)
                .add(Side.LONG, 101, 5)
                .add(Side.LONG, 100, 5)
                .add(Side.SHORT, 99, 5)
                .build();

        assertThat(map.cumulativeUsd(Side.LONG, 0.99)).isZero();
        assertThat(map.cumulativeUsd(Side.SHORT, 0.99)).isZero();
    }

    @Test
    void knownPositions_areAllOnTheirMap() {
        SimulatedMarket market = Worlds.ordinary(1, 1)
                .getFirst()
                .market(Instant.parse("2025-01-01T00:00:00Z"), Interval.ONE_HOUR, LiquidationFeed.NONE);
        market.advance();
        TrueMap truth = market.trueMap();

        PointMap map = PointMap.of(truth);

        for (Side side : Side.values()) {
            for (double distance : new double[] {0.02, 0.05, 0.1, 0.2, 0.5}) {
                assertThat(map.cumulativeUsd(side, distance))
                        .isCloseTo(truth.cumulativeUsd(side, distance), within(1.0));
            }
        }
    }
}
