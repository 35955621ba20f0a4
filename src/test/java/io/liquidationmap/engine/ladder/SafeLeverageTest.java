package io.liquidationmap.engine.ladder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.liquidationmap.engine.price.LiquidationFormula;
import io.liquidationmap.engine.price.LiquidationResult.Limits;
import io.liquidationmap.engine.price.Position;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.MarginSchedule;
import io.liquidationmap.market.MarginSchedule.Step;
import io.liquidationmap.market.Side;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SafeLeverageTest {

    private static final MarginSchedule LINEAR = MarginSchedule.assumed(ContractType.LINEAR);

    @Test
    void leverage_isThatOfTheFormulaRoundedDownToTenths() {
        SafeLeverage leverage = new SafeLeverage(ContractType.LINEAR, LiquidationFormula.MAINTENANCE_ON_VALUE, LINEAR);

        SafeLeverage.Found found =
                leverage.highest(Side.LONG, 60_000, 1_000, 54_000).orElseThrow();

        // E(1 − 1/L)/(1 − m) < 54 000 with m = 0.5 % holds up to L = 1/(1 − 0.9 · 0.995) = 9.569.
        assertThat(found.leverage()).isEqualTo(9.5);
        assertThat(found.liquidation().orElseThrow()).isCloseTo(60_000 * (1 - 1 / 9.5) / 0.995, within(1e-6));
    }

    @Test
    void largerCapital_fallsIntoHigherTiers() {
        SafeLeverage leverage = new SafeLeverage(ContractType.LINEAR, LiquidationFormula.MAINTENANCE_ON_VALUE, LINEAR);

        double small = leverage.highest(Side.SHORT, 60_000, 1_000, 61_000)
                .orElseThrow()
                .leverage();
        double large =
                leverage.highest(Side.SHORT, 60_000, 1e6, 61_000).orElseThrow().leverage();
        double huge =
                leverage.highest(Side.SHORT, 60_000, 1e9, 61_000).orElseThrow().leverage();

        assertThat(small).isGreaterThan(large);
        assertThat(large).isGreaterThan(huge);
        assertThat(huge).isEqualTo(5);
    }

    @Test
    void venueMaximum_isNotExceeded() {
        SafeLeverage leverage = new SafeLeverage(ContractType.LINEAR, LiquidationFormula.MAINTENANCE_ON_VALUE, LINEAR);

        assertThat(leverage.highest(Side.LONG, 60_000, 1_000, 59_990)
                        .orElseThrow()
                        .leverage())
                .isEqualTo(100);
    }

    @Test
    void positionWithoutLeverage_mayStillNotSurvive() {
        MarginSchedule inverse = MarginSchedule.assumed(ContractType.INVERSE);
        SafeLeverage leverage =
                new SafeLeverage(ContractType.INVERSE, LiquidationFormula.MAINTENANCE_ON_VALUE, inverse);

        assertThat(leverage.highest(Side.LONG, 60_000, 1_000, 29_000)).isEmpty();
        assertThat(leverage.highest(Side.LONG, 60_000, 1_000, 31_000)).isPresent();
        // A short of one times its coins cannot be liquidated at any price.
        SafeLeverage.Found hedge =
                leverage.highest(Side.SHORT, 60_000, 1_000, 1e9).orElseThrow();
        assertThat(hedge.leverage()).isEqualTo(1);
        assertThat(hedge.liquidation()).isEmpty();
    }

    /// By every formula and both kinds of contract, with tiers small enough to be crossed.
    @ParameterizedTest
    @EnumSource(LiquidationFormula.class)
    void foundLeverage_survives_andOneStepMoreDoesNot(LiquidationFormula formula) {
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < 400; i++) {
            ContractType contract = random.nextBoolean() ? ContractType.LINEAR : ContractType.INVERSE;
            double unit = contract == ContractType.LINEAR ? 1 : 1 / 60_000.0;
            MarginSchedule schedule = MarginSchedule.ofSteps(
                    List.of(
                            new Step(50_000 * unit, 0.004, 125),
                            new Step(250_000 * unit, 0.01, 50),
                            new Step(1e6 * unit, 0.05, 10),
                            new Step(Double.POSITIVE_INFINITY, 0.1, 5)),
                    0.0005,
                    "test",
                    LocalDate.EPOCH);
            SafeLeverage leverage = new SafeLeverage(contract, formula, schedule);
            Side side = random.nextBoolean() ? Side.LONG : Side.SHORT;
            double entry = 60_000;
            double margin = Math.pow(10, 2 + 4 * random.nextDouble());
            double outlived = entry * (1 - side.sign() * (0.005 + 0.7 * random.nextDouble()));

            Optional<SafeLeverage.Found> found = leverage.highest(side, entry, margin, outlived);

            double highest = found.map(SafeLeverage.Found::leverage).orElse(1 - SafeLeverage.STEP);
            assertThat(found.isEmpty() || outlives(highest, side, entry, margin, outlived, leverage))
                    .isTrue();
            assertThat(outlives(highest + SafeLeverage.STEP, side, entry, margin, outlived, leverage))
                    .as("%s %s %s margin %s outlived %s: %s", formula, contract, side, margin, outlived, highest)
                    .isFalse();
        }
    }

    /// The venue's formula, asked without any search; leverages below 1 are none.
    private static boolean outlives(
            double leverage, Side side, double entry, double margin, double outlived, SafeLeverage rules) {
        if (leverage < 1) {
            return false;
        }
        double notional = margin * leverage;
        Position position = Position.withLeverage(
                side,
                entry,
                rules.contract(),
                rules.contract() == ContractType.LINEAR ? notional / entry : notional,
                leverage);
        boolean allowed =
                leverage <= rules.schedule().tierFor(position.valueAt(entry)).maxLeverage();
        return allowed
                && rules.formula().evaluate(position, rules.schedule()) instanceof Limits limits
                && (limits.liquidation().isEmpty()
                        || side.sign() * limits.liquidation().getAsDouble() < side.sign() * outlived);
    }
}
