package io.liquidationmap.engine.price;

import static io.liquidationmap.engine.price.LiquidationFormula.MAINTENANCE_AND_FEE_ON_VALUE;
import static io.liquidationmap.engine.price.LiquidationFormula.MAINTENANCE_ON_ENTRY_VALUE;
import static io.liquidationmap.engine.price.LiquidationFormula.MAINTENANCE_ON_VALUE;
import static io.liquidationmap.market.ContractType.INVERSE;
import static io.liquidationmap.market.ContractType.LINEAR;
import static io.liquidationmap.market.Side.LONG;
import static io.liquidationmap.market.Side.SHORT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.liquidationmap.engine.price.LiquidationResult.DueAtEntry;
import io.liquidationmap.engine.price.LiquidationResult.Limits;
import io.liquidationmap.market.MarginSchedule;
import io.liquidationmap.market.MarginTier;
import io.liquidationmap.market.Side;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LiquidationFormulaTest {

    private static final MarginTier SMALL = new MarginTier(0, 1200, 0.01, 0, 100);
    private static final MarginTier LARGE_WITH_JUMP = new MarginTier(1200, Double.POSITIVE_INFINITY, 0.1, 0, 10);
    private static final MarginSchedule JUMPING = schedule(0, SMALL, LARGE_WITH_JUMP);
    private static final MarginSchedule ONE_TIER =
            schedule(0.0005, new MarginTier(0, Double.POSITIVE_INFINITY, 0.005, 0, 100));

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 1, 3, 7, 1e-7, 12345.678})
    void inverseShort_isNeverLiquidated_whenItHoldsWhatItIsWorth(double quantity) {
        Position position = Position.withLeverage(SHORT, 43210.987, INVERSE, quantity, 1);

        Limits limits = limits(MAINTENANCE_ON_VALUE, position, ONE_TIER);

        assertThat(limits.liquidation()).isEmpty();
        assertThat(limits.bankruptcy()).isEmpty();
    }

    @Test
    void inverseShort_isNeverLiquidated_whenItsMarginIsThatButForTheLastDigit() {
        double value = 12345.678 / 43210.987;
        Position position =
                new Position(SHORT, 43210.987, INVERSE, 12345.678, new Margin.Isolated(Math.nextDown(value)));

        assertThat(limits(MAINTENANCE_ON_VALUE, position, ONE_TIER).liquidation())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(LiquidationFormula.class)
    void linearLong_isNeverLiquidated_whenItsBalanceExceedsItsValue(LiquidationFormula formula) {
        Position position = new Position(LONG, 100, LINEAR, 2, Margin.Cross.of(201.1));

        Limits limits = limits(formula, position, ONE_TIER);

        assertThat(limits.liquidation()).isEmpty();
        assertThat(limits.bankruptcy()).isEmpty();
        assertThat(limits.tier()).isEqualTo(ONE_TIER.tiers().getFirst());
    }

    @Test
    void linearLong_isLiquidatedButNeverBankrupt_whenTheMarginAtEntryIsFixed() {
        Position position = Position.withLeverage(LONG, 100, LINEAR, 2, 1);

        Limits limits = limits(MAINTENANCE_ON_ENTRY_VALUE, position, ONE_TIER);

        assertThat(limits.liquidation().orElseThrow()).isCloseTo(0.5, within(1e-12));
        assertThat(limits.bankruptcy()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void position_isDueAtEntry_whenItsLeverageIsTooHigh(Side side) {
        Position position = Position.withLeverage(side, 100, LINEAR, 20, 12.5);

        LiquidationResult result = MAINTENANCE_ON_VALUE.evaluate(position, JUMPING);

        assertThat(result).isEqualTo(new DueAtEntry(160, 200, LARGE_WITH_JUMP));
    }

    @ParameterizedTest
    @EnumSource(LiquidationFormula.class)
    void position_isDueAtEntry_whenItsMarginIsJustTheMaintenanceMargin(LiquidationFormula formula) {
        MarginSchedule schedule = schedule(0, new MarginTier(0, Double.POSITIVE_INFINITY, 0.125, 0, 8));
        Position position = Position.withLeverage(SHORT, 64, LINEAR, 2, 8);

        assertThat(formula.evaluate(position, schedule)).isInstanceOf(DueAtEntry.class);
    }

    @ParameterizedTest
    @EnumSource(LiquidationFormula.class)
    void crossPosition_isDueAtEntry_whenOthersHaveUsedUpTheBalance(LiquidationFormula formula) {
        Position position = new Position(LONG, 100, LINEAR, 1, new Margin.Cross(500, 100, -450));

        assertThat(formula.evaluate(position, ONE_TIER))
                .isInstanceOfSatisfying(
                        DueAtEntry.class, due -> assertThat(due.margin()).isEqualTo(-50));
    }

    @Test
    void tier_isThatOfTheValueAtLiquidation() {
        Position position = new Position(LONG, 150, LINEAR, 10, new Margin.Isolated(500));

        Limits limits = limits(MAINTENANCE_ON_VALUE, position, JUMPING);

        assertThat(limits.liquidation().orElseThrow()).isCloseTo(100 / 0.99, within(1e-12));
        assertThat(limits.tier()).isEqualTo(SMALL);
    }

    @Test
    void tier_isThatOfTheEntry_whenItIsReachedFirst() {
        Position position = new Position(LONG, 150, LINEAR, 10, new Margin.Isolated(400));

        Limits limits = limits(MAINTENANCE_ON_VALUE, position, JUMPING);

        assertThat(limits.liquidation().orElseThrow()).isCloseTo(110 / 0.9, within(1e-12));
        assertThat(limits.tier()).isEqualTo(LARGE_WITH_JUMP);
    }

    @Test
    void tier_isThatOfTheEntry_whenTheRequirementIsFixedThere() {
        Position position = new Position(LONG, 150, LINEAR, 10, new Margin.Isolated(500));

        Limits limits = limits(MAINTENANCE_ON_ENTRY_VALUE, position, JUMPING);

        assertThat(limits.liquidation().orElseThrow()).isCloseTo(115, within(1e-12));
        assertThat(limits.tier()).isEqualTo(LARGE_WITH_JUMP);
    }

    @Test
    void liquidation_isTheBoundary_whenTheRequirementJumpsPastTheEquity() {
        Position position = new Position(SHORT, 100, LINEAR, 10, new Margin.Isolated(250));

        Limits limits = limits(MAINTENANCE_ON_VALUE, position, JUMPING);

        assertThat(limits.liquidation()).hasValue(120);
        assertThat(limits.tier()).isEqualTo(LARGE_WITH_JUMP);
    }

    @Test
    void liquidation_isTheBoundary_whenASmallerTierDemandsMore() {
        MarginTier small = new MarginTier(0, 1200, 0.2, 0, 5);
        MarginTier large = new MarginTier(1200, Double.POSITIVE_INFINITY, 0.01, 0, 5);
        Position position = new Position(LONG, 150, LINEAR, 10, new Margin.Isolated(350));

        Limits limits = limits(MAINTENANCE_ON_VALUE, position, schedule(0, small, large));

        assertThat(limits.liquidation()).hasValue(120);
        assertThat(limits.tier()).isEqualTo(small);
    }

    @Test
    void value_countsToTheLastTier_whenItIsBeyondItsCap() {
        MarginTier last = new MarginTier(0, 50, 0.02, 0, 10);
        Position position = new Position(SHORT, 100, LINEAR, 1, new Margin.Isolated(53));

        Limits limits = limits(MAINTENANCE_ON_VALUE, position, schedule(0, last));

        assertThat(limits.liquidation().orElseThrow()).isCloseTo(150, within(1e-12));
    }

    @Test
    void requirement_isNeverBelowZero_soBankruptcyIsNotPassed() {
        MarginTier deducting = new MarginTier(0, Double.POSITIVE_INFINITY, 0.01, 5, 10);
        Position position = Position.withLeverage(LONG, 100, LINEAR, 1, 2);

        Limits limits = limits(MAINTENANCE_ON_VALUE, position, schedule(0, deducting));

        assertThat(limits.liquidation()).hasValue(50);
        assertThat(limits.bankruptcy()).hasValue(50);
    }

    @Test
    void closingFee_isChargedToCrossMargin_butReservedApartFromIsolated() {
        Position isolated = new Position(LONG, 100, LINEAR, 1, new Margin.Isolated(20));
        Position cross = new Position(LONG, 100, LINEAR, 1, Margin.Cross.of(20));

        Limits apart = limits(MAINTENANCE_ON_ENTRY_VALUE, isolated, ONE_TIER);
        Limits charged = limits(MAINTENANCE_ON_ENTRY_VALUE, cross, ONE_TIER);

        assertThat(apart.liquidation().orElseThrow()).isCloseTo(80.5, within(1e-12));
        assertThat(apart.bankruptcy().orElseThrow()).isCloseTo(80, within(1e-12));
        double bankruptcy = 80 / (1 - 0.0005);
        assertThat(charged.bankruptcy().orElseThrow()).isCloseTo(bankruptcy, within(1e-12));
        assertThat(charged.liquidation().orElseThrow()).isCloseTo(80.5 + 0.0005 * bankruptcy, within(1e-12));
    }

    @Test
    void closingFee_bringsLiquidationCloser() {
        Position position = Position.withLeverage(LONG, 100, LINEAR, 1, 10);

        double without =
                limits(MAINTENANCE_ON_VALUE, position, ONE_TIER).liquidation().orElseThrow();
        double with = limits(MAINTENANCE_AND_FEE_ON_VALUE, position, ONE_TIER)
                .liquidation()
                .orElseThrow();

        assertThat(without).isCloseTo(90 / 0.995, within(1e-12));
        assertThat(with).isCloseTo(90 / 0.9945, within(1e-12));
    }

    private static Limits limits(LiquidationFormula formula, Position position, MarginSchedule schedule) {
        return (Limits) formula.evaluate(position, schedule);
    }

    private static MarginSchedule schedule(double takerFeeRate, MarginTier... tiers) {
        return new MarginSchedule(List.of(tiers), takerFeeRate, "test", LocalDate.EPOCH);
    }
}
