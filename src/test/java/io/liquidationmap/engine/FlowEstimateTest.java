package io.liquidationmap.engine;

import static io.liquidationmap.engine.Fixtures.defaults;
import static io.liquidationmap.engine.LiquidationMapTest.map;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.liquidationmap.engine.cascade.Cascade;
import io.liquidationmap.engine.cascade.FlowEstimate;
import io.liquidationmap.engine.cascade.ForcedFlow;
import io.liquidationmap.engine.cascade.PriceImpact;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Side;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What cascades read off a map.
class FlowEstimateTest {

    private static final ModelParameters PARAMETERS = defaults(ContractType.LINEAR);
    private static final double SHARE = 0.55;
    private static final Percentage ROUNDING = Percentage.withPercentage(1e-9);

    @ParameterizedTest(name = "seed={0}")
    @ValueSource(longs = {1, 2, 3})
    void flow_isThatShareOfTheMap(long seed) {
        LiquidationMap map = map(LiquidationMapTest.levels(seed));

        for (Side side : Side.values()) {
            FlowEstimate flow = FlowEstimate.of(map, side, SHARE);

            assertThat(flow.low()).isNull();
            assertThat(flow.high()).isNull();
            assertThat(flow.expected().totalUsd()).isCloseTo(SHARE * map.totalUsd(side), ROUNDING);
            for (double move : new double[] {0.01, 0.033, 0.1, 0.25}) {
                assertThat(flow.expected().within(move))
                        .isCloseTo(SHARE * map.usdWithin(side, move), within(0.003 * map.totalUsd(side)));
            }
        }
    }

    @ParameterizedTest(name = "seed={0}")
    @ValueSource(longs = {1, 2, 3})
    void bands_encloseTheFlow_andItIsThatOfTheMap(long seed) {
        LiquidationMap map = banded(LiquidationMapTest.levels(seed));

        for (Side side : Side.values()) {
            FlowEstimate flow = FlowEstimate.of(map, side, Double.NaN);

            ForcedFlow low = requireNonNull(flow.low());
            ForcedFlow high = requireNonNull(flow.high());
            double forced = requireNonNull(map.forcedWithin(side, 10)).usd();
            assertThat(flow.expected().totalUsd()).isCloseTo(forced, ROUNDING);
            for (double move = 0.001; move < 0.9; move += 0.01) {
                assertThat(low.within(move)).isLessThanOrEqualTo(flow.expected().within(move));
                assertThat(high.within(move))
                        .isGreaterThanOrEqualTo(flow.expected().within(move));
            }
        }
    }

    @Test
    void emptySide_forcesNothing() {
        LiquidationMap map = map(new HandMap(100, "10").put("10", 103, 8).build());

        assertThat(FlowEstimate.of(map, Side.LONG, SHARE).expected().totalUsd()).isZero();
        assertThat(FlowEstimate.of(map, Side.LONG, SHARE).expected().end()).isZero();
    }

    /// Levels at the same distances above and below give the same cascade either way.
    @Test
    void mirroredMarket_hasTheMirroredCascade() {
        LiquidationMap falling = map(levelsAt(-1));
        LiquidationMap rising = map(levelsAt(+1));
        PriceImpact impact = new PriceImpact(1_000, 1e6, 0.02);

        Cascade down =
                Cascade.after(0.02, FlowEstimate.of(falling, Side.LONG, SHARE).expected(), impact);
        Cascade up =
                Cascade.after(0.02, FlowEstimate.of(rising, Side.SHORT, SHARE).expected(), impact);

        assertThat(down.amplification()).isGreaterThan(1.1);
        // Bins are of equal width in log price, so a mirrored level is spread a little otherwise.
        assertThat(up.move()).isCloseTo(down.move(), within(0.001));
        assertThat(up.forcedUsd()).isCloseTo(down.forcedUsd(), Percentage.withPercentage(2));
        assertThat(up.path()).hasSameSizeAs(down.path());
    }

    /// Members that hold half and twice of everything.
    private static LiquidationMap banded(LevelMap levels) {
        Ensemble ensemble = Ensemble.of(Stream.of(0.5, 1.0, 2.0)
                .map(factor -> new Ensemble.Member(shares(Side.LONG, factor), shares(Side.SHORT, factor), SHARE))
                .toList());
        Uncertainty uncertainty = Uncertainty.of(PARAMETERS, ensemble, 0.2);
        return LiquidationMap.of(levels.price(), List.of(new LiquidationMap.Part("one", levels, uncertainty)));
    }

    private static double[] shares(Side side, double factor) {
        return PARAMETERS.cohorts().stream()
                .mapToDouble(cohort -> factor * cohort.stockShare(side))
                .toArray();
    }

    private static LevelMap levelsAt(int sign) {
        HandMap hand = new HandMap(1000, "10");
        for (int distance : List.of(5, 10, 15, 25, 28, 60, 70, 200)) {
            hand.put("10", 1000 + sign * distance, 1);
        }
        return hand.build();
    }
}
