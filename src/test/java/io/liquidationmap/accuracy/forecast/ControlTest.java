package io.liquidationmap.accuracy.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.liquidationmap.engine.LiquidationMap;
import io.liquidationmap.market.Side;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ControlTest {

    private static final LiquidationMap MAP = SimulatedHistory.of(3, 45)
            .maps()
            .at(SimulatedHistory.START.plus(Duration.ofDays(44)))
            .orElseThrow();

    @ParameterizedTest
    @EnumSource(Side.class)
    void mirroredMap_holdsWhatLiesAsFarAwayOnTheOtherSide(Side side) {
        double target = MAP.price() * Math.exp(side.sign() * 0.07);

        assertThat(Control.MIRRORED.usd(MAP, 1, side, 0.07))
                .isCloseTo(MAP.at(target).usd(), within(1e-6 * MAP.totalUsd(side.opposite())));
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void shuffledMap_losesNothing_outToTwentyPercent(Side side) {
        assertThat(Control.SHUFFLED.usd(MAP, 1, side, 0.2))
                .isCloseTo(Control.within(MAP, side, 0.2), within(1e-6 * MAP.totalUsd(side)));
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void shuffledMap_isTheSameForTheSameSeed_andAnotherForAnother(Side side) {
        double one = Control.SHUFFLED.usd(MAP, 1, side, 0.05);

        assertThat(Control.SHUFFLED.usd(MAP, 1, side, 0.05)).isEqualTo(one);
        assertThat(Control.SHUFFLED.usd(MAP, 2, side, 0.05)).isNotEqualTo(one);
    }

    @ParameterizedTest
    @EnumSource(Control.class)
    void usd_growsWithDistance_fromNothing(Control control) {
        assertThat(control.usd(MAP, 1, Side.LONG, 0)).isZero();
        assertThat(control.usd(MAP, 1, Side.LONG, 0.1)).isGreaterThanOrEqualTo(control.usd(MAP, 1, Side.LONG, 0.05));
    }

    @Test
    void within_isWhatTheMapTriggers() {
        assertThat(Control.within(MAP, Side.LONG, 0.1))
                .isCloseTo(MAP.at(MAP.price() * Math.exp(-0.1)).usd(), within(1e-6 * MAP.totalUsd(Side.LONG)));
    }
}
