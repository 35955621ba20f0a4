package io.liquidationmap.engine;

import static io.liquidationmap.engine.Fixtures.defaults;
import static io.liquidationmap.engine.Fixtures.margin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.MarginSchedule;
import io.liquidationmap.market.Side;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ModelParametersTest {

    private static final double ROUNDING = 1e-12;
    private static final Predicate<Cohort> CROSS = cohort -> cohort.label().equals(Cohort.CROSS);

    private static Cohort tooth(ModelParameters parameters, String label) {
        return parameters.cohorts().stream()
                .filter(cohort -> cohort.label().equals(label))
                .findFirst()
                .orElseThrow();
    }

    private static double stock(ModelParameters parameters, Side side, Predicate<Cohort> which) {
        return parameters.cohorts().stream()
                .filter(which)
                .mapToDouble(cohort -> cohort.stockShare(side))
                .sum();
    }

    @ParameterizedTest
    @EnumSource(ContractType.class)
    void defaults_areTwentyThreeCohorts_ascendingByLifetime(ContractType contract) {
        ModelParameters parameters = defaults(contract);

        assertThat(parameters.cohorts()).hasSize(23);
        assertThat(parameters.cohorts()).isSortedAccordingTo(Comparator.comparingDouble(Cohort::lifetimeDays));
        assertThat(parameters.cohorts().stream().filter(CROSS)).hasSize(14);
        assertThat(parameters.contract()).isEqualTo(contract);
    }

    @Test
    void defaults_leaveTheUnleveredTheirShare_andTheCombIts() {
        ModelParameters isolated = ModelParameters.defaults(margin(0.004, 125), ContractType.LINEAR, true);
        ModelParameters cross = ModelParameters.defaults(margin(0.004, 125), ContractType.LINEAR, false);

        for (Side side : Side.values()) {
            assertThat(isolated.unleveredShare(side)).isCloseTo(0.45, within(ROUNDING));
            assertThat(stock(isolated, side, CROSS.negate())).isCloseTo(0.55 * 0.5, within(ROUNDING));
            assertThat(stock(cross, side, CROSS.negate())).isCloseTo(0.55 * 0.3, within(ROUNDING));
            assertThat(stock(cross, side, _ -> true)).isCloseTo(0.55, within(ROUNDING));
        }
    }

    /// Distances computed by hand from E(1 − 1/L)/(1 − m), E(1 + 1/L)/(1 + m) and their inverse counterparts at m = 0.4 %.
    @ParameterizedTest
    @CsvSource({
        "LINEAR, 10, 0.0963855421686747, 0.0956175298804781",
        "LINEAR, 100, 0.00602409638554217, 0.00597609561752988",
        "INVERSE, 10, 0.0872727272727273, 0.106666666666667",
        "INVERSE, 3, 0.247, 0.494"
    })
    void defaults_placeTheTeethOfTheComb(ContractType contract, String label, double longWay, double shortWay) {
        Cohort tooth = tooth(defaults(contract), label);

        assertThat(tooth.longDistance()).isCloseTo(longWay, within(1e-12));
        assertThat(tooth.shortDistance()).isCloseTo(shortWay, within(1e-12));
    }

    @Test
    void defaults_giveLifeByDistance() {
        Cohort filler = defaults(ContractType.LINEAR).cohorts().stream()
                .filter(CROSS)
                .filter(cohort -> cohort.longDistance() == 0.08)
                .findFirst()
                .orElseThrow();

        assertThat(filler.lifetimeDays()).isCloseTo(0.5 * Math.pow(4, 1.35), within(ROUNDING));
    }

    @Test
    void comb_isCappedByTheVenuesLargestLeverage() {
        ModelParameters parameters = ModelParameters.defaults(margin(0.01, 40), ContractType.LINEAR, true);

        assertThat(parameters.cohorts().stream().filter(CROSS.negate()).map(Cohort::label))
                .containsExactlyInAnyOrder("3", "5", "10", "20", "25", "40");
    }

    @ParameterizedTest
    @CsvSource({"33.3, 33.3", "66.666666666, 66.67", "20, 20", "150, 125"})
    void topTooth_isLabelledByItsLeverage(double maxLeverage, String label) {
        ModelParameters parameters = ModelParameters.defaults(margin(0.004, maxLeverage), ContractType.LINEAR, true);

        Cohort top = parameters.cohorts().stream()
                .filter(CROSS.negate())
                .max(Comparator.comparingDouble(cohort -> cohort.leverage().orElseThrow()))
                .orElseThrow();

        assertThat(top.label()).isEqualTo(label);
    }

    @Test
    void comb_leavesOutLeveragesWithoutRoomForMaintenance_andCountsTheTakerFee() {
        MarginSchedule schedule = MarginSchedule.ofSteps(
                List.of(new MarginSchedule.Step(Double.POSITIVE_INFINITY, 0.0095, 125)),
                0.0006,
                "made up for a test",
                LocalDate.of(2026, 1, 1));

        ModelParameters parameters = ModelParameters.defaults(schedule, ContractType.LINEAR, true);

        assertThat(parameters.cohorts())
                .extracting(Cohort::label)
                .contains("75")
                .doesNotContain("100", "125");
        assertThat(tooth(parameters, "10").longDistance()).isCloseTo((0.1 - 0.0101) / (1 - 0.0101), within(ROUNDING));
    }

    @Test
    void withoutAnyTooth_everythingIsCross() {
        ModelParameters parameters = ModelParameters.defaults(margin(0.4, 1), ContractType.LINEAR, true);

        assertThat(parameters.cohorts()).allMatch(CROSS);
        assertThat(parameters.unleveredShare(Side.LONG)).isCloseTo(0.45, within(ROUNDING));
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void flow_timesLife_isStock(Side side) {
        ModelParameters parameters = defaults(ContractType.INVERSE);
        double[] flow = parameters.flowShares(side);
        double unleveredFlow = 1 - Arrays.stream(flow).sum();
        double perShare = unleveredFlow * parameters.unleveredLifetimeDays() / parameters.unleveredShare(side);

        for (int k = 0; k < flow.length; k++) {
            Cohort cohort = parameters.cohorts().get(k);
            assertThat(flow[k] * cohort.lifetimeDays() / perShare).isCloseTo(cohort.stockShare(side), within(ROUNDING));
        }
    }

    @Test
    void parameters_areRefused_whenTheyCannotBe() {
        ModelParameters parameters = defaults(ContractType.LINEAR);
        Cohort cohort = parameters.cohorts().getFirst();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> parameters.withCohorts("x", List.of(cohort.withStockShares(1, 0))))
                .withMessageContaining("less than 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        parameters.withCohorts("x", List.of(parameters.cohorts().getLast(), cohort)))
                .withMessageContaining("ascend by lifetime");
        assertThatIllegalArgumentException().isThrownBy(() -> parameters.withCohorts(" ", List.of(cohort)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Cohort("high", 0.1, 0.1, 0, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Cohort("10", 1, 0.1, 0, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Cohort("10", 0.1, 0, 0, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Cohort("10", 0.1, 0.1, 0, 0, Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> cohort.withStockShares(-0.1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new EntrySpread(0.5, 0.6, -0.1));
        assertThatIllegalArgumentException().isThrownBy(() -> new EntrySpread(0.5, 0.6, 0.1));
        assertThatIllegalArgumentException().isThrownBy(() -> new ForcedShare(0.5, 0.4, 0.8));
        assertThatIllegalArgumentException().isThrownBy(() -> new ActivityRule(Duration.ofDays(1), 2, 8));
        assertThatIllegalArgumentException().isThrownBy(() -> new PriceWindow(10, 10, 50));
        assertThatIllegalArgumentException().isThrownBy(() -> new PriceWindow(10, 20, 9));
        assertThatIllegalArgumentException().isThrownBy(() -> new PriceWindow(10, 20, 2001));
    }

    @Test
    void openedAndSwept_growsWithTimeAndDistance_andStaysBelowHalfOfTheLevered() {
        ModelParameters parameters = Fixtures.defaults(ContractType.LINEAR);
        for (Side side : Side.values()) {
            assertThat(parameters.openedAndSwept(side, 1, 0)).isZero();
            assertThat(parameters.openedAndSwept(side, 0, 0.5)).isZero();
            assertThat(parameters.openedAndSwept(side, 0.2, 0.05))
                    .isPositive()
                    .isLessThan(parameters.openedAndSwept(side, 0.4, 0.05))
                    .isLessThan(parameters.openedAndSwept(side, 0.2, 0.1));
            assertThat(parameters.openedAndSwept(side, 1e6, 10))
                    .isCloseTo((1 - parameters.unleveredShare(side)) / 2, within(1e-9));
        }
    }
}
