package io.liquidationmap.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.liquidationmap.market.Side;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrueMapTest {

    private final TrueMap map = new TrueMap(
            Instant.EPOCH,
            100,
            10,
            List.of(
                    new TruePosition(Side.LONG, 2, 190, 100, 95.0),
                    new TruePosition(Side.LONG, 1, 80, 100, 80.0),
                    new TruePosition(Side.LONG, 7, 700, 100, null),
                    new TruePosition(Side.SHORT, 3, 330, 100, 110.0),
                    new TruePosition(Side.SHORT, 7, 700, 100, null)));

    @Test
    void cumulativeUsd_countsLevelsUpToTheDistance() {
        assertThat(map.cumulativeUsd(Side.LONG, 0.04)).isZero();
        assertThat(map.cumulativeUsd(Side.LONG, 0.06)).isEqualTo(190);
        assertThat(map.cumulativeUsd(Side.LONG, 0.5)).isEqualTo(270);
        assertThat(map.cumulativeUsd(Side.SHORT, 0.09)).isZero();
        assertThat(map.cumulativeUsd(Side.SHORT, 0.11)).isEqualTo(330);
    }

    @Test
    void levels_leaveOutWhatCannotBeLiquidated() {
        assertThat(map.levels(Side.LONG)).hasSize(2);
        assertThat(map.liquidatableCoins(Side.LONG)).isEqualTo(3);
        assertThat(map.liquidatableCoins(Side.SHORT)).isEqualTo(3);
    }
}
