package io.liquidationmap.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AssumedMarginScheduleTest {

    @ParameterizedTest
    @EnumSource(ContractType.class)
    void assumed_saysThatItIs_andCoversEverySize(ContractType contract) {
        MarginSchedule schedule = MarginSchedule.assumed(contract);

        assertThat(schedule.source()).startsWith("assumed");
        assertThat(schedule.tiers().getFirst().floor()).isZero();
        assertThat(schedule.tiers().getLast().cap()).isInfinite();
    }

    @ParameterizedTest
    @EnumSource(ContractType.class)
    void assumed_leavesRoomToOpenAtTheHighestLeverageOfEachTier(ContractType contract) {
        assertThat(MarginSchedule.assumed(contract).tiers())
                .allSatisfy(tier -> assertThat(tier.maintenanceMarginRate()).isLessThan(1 / tier.maxLeverage()));
    }

    @Test
    void assumed_isContinuousFromTierToTier() {
        List<MarginTier> tiers = MarginSchedule.assumed(ContractType.LINEAR).tiers();
        for (int i = 1; i < tiers.size(); i++) {
            double boundary = tiers.get(i).floor();
            assertThat(margin(tiers.get(i), boundary)).isCloseTo(margin(tiers.get(i - 1), boundary), within(1e-6));
        }
    }

    private static double margin(MarginTier tier, double value) {
        return value * tier.maintenanceMarginRate() - tier.maintenanceAmount();
    }
}
