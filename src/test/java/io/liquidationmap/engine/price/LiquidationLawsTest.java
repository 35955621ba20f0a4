package io.liquidationmap.engine.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.MarginSchedule;
import io.liquidationmap.market.MarginTier;
import io.liquidationmap.market.Side;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What must hold for every formula, contract, side, margin and schedule.
class LiquidationLawsTest {

    private static final int POSITIONS_PER_SEED = 40;
    private static final double RELATIVE = 1e-9;

    static IntStream seeds() {
        return IntStream.range(0, 20);
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void liquidation_leavesJustTheMaintenanceMargin(long seed) {
        forEachCase(
                seed,
                (random, it) -> it.limits().liquidation().ifPresent(price -> {
                    BigDecimal left = it.reference().equity(BigDecimal.valueOf(price));
                    BigDecimal needed = it.reference().maintenanceMargin(BigDecimal.valueOf(price));

                    assertThat(left.subtract(needed).doubleValue())
                            .isCloseTo(0, within(RELATIVE * it.position().valueAt(price)));
                }));
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void limits_areThoseOfTheReference(long seed) {
        forEachCase(seed, (random, it) -> {
            assertClose(it.limits().liquidation(), of(it.reference().liquidation()));
            assertClose(it.limits().bankruptcy(), of(it.reference().bankruptcy()));
        });
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void bankruptcy_liesBeyondLiquidationBeyondEntry(long seed) {
        forEachCase(seed, (random, it) -> {
            int sign = it.position().side().sign();
            double entry = sign * it.position().entryPrice();
            double never = sign > 0 ? 0 : Double.NEGATIVE_INFINITY;
            double liquidation = signed(it.limits().liquidation(), sign, never);
            double bankruptcy = signed(it.limits().bankruptcy(), sign, never);

            assertThat(liquidation).isLessThan(entry);
            assertThat(bankruptcy).isLessThanOrEqualTo(liquidation);
        });
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void moreMargin_movesLiquidationAway(long seed) {
        forEachCase(seed, (random, it) -> {
            Position position = it.position();
            double more = position.margin().available() * 1.001;
            Position safer = withMargin(position, more);
            int sign = position.side().sign();
            double never = sign > 0 ? 0 : Double.NEGATIVE_INFINITY;

            double before = signed(it.limits().liquidation(), sign, never);
            double after = signed(limits(it.formula(), safer, it.schedule()).liquidation(), sign, never);

            assertThat(after).isLessThanOrEqualTo(before);
            if (it.limits().liquidation().isPresent()) {
                assertThat(after).isLessThan(before);
            }
        });
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void anotherUnitOfPrice_scalesPrices(long seed) {
        forEachCase(seed, (random, it) -> {
            double factor = random.factor(1e4);
            Position position = it.position();
            boolean linear = position.contract() == ContractType.LINEAR;
            Position scaled = new Position(
                    position.side(),
                    position.entryPrice() * factor,
                    position.contract(),
                    linear ? position.quantity() : position.quantity() * factor,
                    linear ? scaled(position.margin(), factor) : position.margin());
            MarginSchedule schedule = linear ? scaled(it.schedule(), factor) : it.schedule();

            LiquidationResult.Limits limits = limits(it.formula(), scaled, schedule);

            assertClose(limits.liquidation(), times(it.limits().liquidation(), factor));
            assertClose(limits.bankruptcy(), times(it.limits().bankruptcy(), factor));
        });
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void everySizeScaledAlike_leavesPrices(long seed) {
        forEachCase(seed, (random, it) -> {
            double factor = random.factor(1e4);
            Position position = it.position();
            Position scaled = new Position(
                    position.side(),
                    position.entryPrice(),
                    position.contract(),
                    position.quantity() * factor,
                    scaled(position.margin(), factor));

            LiquidationResult.Limits limits = limits(it.formula(), scaled, scaled(it.schedule(), factor));

            assertClose(limits.liquidation(), it.limits().liquidation());
            assertClose(limits.bankruptcy(), it.limits().bankruptcy());
        });
    }

    /// A US dollar is to an inverse contract what a coin is to a linear one.
    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void inverse_isTheLinearMirror(long seed) {
        forEachCase(seed, (random, it) -> {
            Position position = it.position();
            Position mirrored = new Position(
                    position.side().opposite(),
                    1 / position.entryPrice(),
                    position.contract() == ContractType.LINEAR ? ContractType.INVERSE : ContractType.LINEAR,
                    position.quantity(),
                    position.margin());

            LiquidationResult.Limits limits = limits(it.formula(), mirrored, it.schedule());

            assertClose(limits.liquidation(), inverted(it.limits().liquidation()));
            assertClose(limits.bankruptcy(), inverted(it.limits().bankruptcy()));
        });
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void marginOnEntryValue_isSymmetricForIsolatedLinear(long seed) {
        forEachCase(seed, (random, it) -> {
            double entry = it.position().entryPrice();
            double quantity = it.position().quantity();
            Position longPosition = Position.withLeverage(Side.LONG, entry, ContractType.LINEAR, quantity, 1.5);
            Position shortPosition = Position.withLeverage(Side.SHORT, entry, ContractType.LINEAR, quantity, 1.5);
            LiquidationFormula formula = LiquidationFormula.MAINTENANCE_ON_ENTRY_VALUE;

            double down = entry - price(formula, longPosition, it.schedule());
            double up = price(formula, shortPosition, it.schedule()) - entry;

            assertThat(down).isCloseTo(up, within(entry * RELATIVE));
        });
    }

    /// A position whose value at liquidation is just below a boundary and one just above it differ as little.
    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void liquidation_isContinuousAcrossTiers(long seed) {
        forEachCase(seed, (random, it) -> {
            Position position = it.position();
            OptionalDouble price = it.limits().liquidation();
            if (price.isEmpty() || it.formula() == LiquidationFormula.MAINTENANCE_ON_ENTRY_VALUE) {
                return;
            }
            for (MarginTier tier : it.schedule().tiers()) {
                double toBoundary = tier.floor() / position.valueAt(price.getAsDouble());
                if (toBoundary > 0) {
                    double below = priceOfSize(it, toBoundary * (1 - 1e-12));
                    double above = priceOfSize(it, toBoundary * (1 + 1e-12));
                    assertThat(above).isCloseTo(below, within(below * RELATIVE));
                }
            }
        });
    }

    private static double priceOfSize(Case it, double factor) {
        // The margin grows so that the larger position still ends at its boundary: only the tier changes.
        Position position = it.position();
        double price = it.limits().liquidation().orElseThrow();
        double value = position.valueAt(price) * factor;
        MarginTier tier = it.schedule().tierFor(value);
        double fee = it.formula() == LiquidationFormula.MAINTENANCE_AND_FEE_ON_VALUE
                ? it.schedule().takerFeeRate()
                : 0;
        double needed = value * (tier.maintenanceMarginRate() + fee) - tier.maintenanceAmount();
        double loss = Math.abs(position.entryValue() * factor - value);
        Position sized = new Position(
                position.side(),
                position.entryPrice(),
                position.contract(),
                position.quantity() * factor,
                new Margin.Isolated(loss + needed));
        return price(it.formula(), sized, it.schedule());
    }

    private static void forEachCase(long seed, Law law) {
        RandomPositions random = new RandomPositions(seed);
        for (int i = 0; i < POSITIONS_PER_SEED; i++) {
            LiquidationFormula formula = random.formula();
            MarginSchedule schedule = random.schedule();
            Position position = random.position(formula, schedule);
            law.check(random, new Case(formula, position, schedule, limits(formula, position, schedule)));
        }
    }

    private static LiquidationResult.Limits limits(
            LiquidationFormula formula, Position position, MarginSchedule schedule) {
        return (LiquidationResult.Limits) formula.evaluate(position, schedule);
    }

    private static double price(LiquidationFormula formula, Position position, MarginSchedule schedule) {
        return limits(formula, position, schedule).liquidation().orElseThrow();
    }

    private static void assertClose(OptionalDouble actual, OptionalDouble expected) {
        assertThat(actual.isPresent()).isEqualTo(expected.isPresent());
        expected.ifPresent(price -> assertThat(actual.orElseThrow()).isCloseTo(price, within(price * RELATIVE)));
    }

    private static OptionalDouble of(Optional<BigDecimal> price) {
        return price.isPresent() ? OptionalDouble.of(price.get().doubleValue()) : OptionalDouble.empty();
    }

    private static OptionalDouble times(OptionalDouble price, double factor) {
        return price.isPresent() ? OptionalDouble.of(price.getAsDouble() * factor) : price;
    }

    private static OptionalDouble inverted(OptionalDouble price) {
        return price.isPresent() ? OptionalDouble.of(1 / price.getAsDouble()) : price;
    }

    private static double signed(OptionalDouble price, int sign, double never) {
        return price.isPresent() ? sign * price.getAsDouble() : never;
    }

    private static Position withMargin(Position position, double available) {
        Margin margin =
                position.margin() instanceof Margin.Cross ? Margin.Cross.of(available) : new Margin.Isolated(available);
        return new Position(position.side(), position.entryPrice(), position.contract(), position.quantity(), margin);
    }

    private static Margin scaled(Margin margin, double factor) {
        return switch (margin) {
            case Margin.Isolated isolated -> new Margin.Isolated(isolated.amount() * factor);
            case Margin.Cross cross ->
                new Margin.Cross(
                        cross.walletBalance() * factor,
                        cross.otherMaintenanceMargin() * factor,
                        cross.otherUnrealisedProfit() * factor);
        };
    }

    private static MarginSchedule scaled(MarginSchedule schedule, double factor) {
        return MarginSchedule.ofSteps(
                schedule.tiers().stream()
                        .map(tier -> new MarginSchedule.Step(
                                tier.cap() * factor, tier.maintenanceMarginRate(), tier.maxLeverage()))
                        .toList(),
                schedule.takerFeeRate(),
                schedule.source(),
                schedule.asOf());
    }

    @FunctionalInterface
    private interface Law {
        void check(RandomPositions random, Case it);
    }

    private record Case(
            LiquidationFormula formula, Position position, MarginSchedule schedule, LiquidationResult.Limits limits) {

        ReferenceLiquidation reference() {
            return new ReferenceLiquidation(formula, position, schedule);
        }
    }
}
