package io.liquidationmap.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.MarginTier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractTermsTest {

    private final ContractTerms linear = ContractTerms.of(ContractType.LINEAR, 60_000);
    private final ContractTerms inverse = ContractTerms.of(ContractType.INVERSE, 60_000);

    @ParameterizedTest(name = "sign={0} lots={1} ratio={2}")
    @CsvSource({"1,500,0.1", "-1,500,0.1", "1,80000,0.05", "-1,80000,0.05", "1,9000000,0.3", "-1,9000000,0.3"})
    void liquidationPrice_leavesTheMaintenanceMargin_ofALinearPosition(int sign, long lots, double ratio) {
        double price = linear.liquidationPrice(sign, lots, 60_000, ratio);
        double coins = lots / 1000.0;
        double equity = ratio * coins * 60_000 + sign * coins * (price - 60_000);
        MarginTier tier = linear.margin().tierFor(coins * 60_000);
        double maintenance = coins * price * tier.maintenanceMarginRate() - tier.maintenanceAmount();
        assertThat(equity).isCloseTo(maintenance, within(1e-6 * coins * price));
    }

    @ParameterizedTest(name = "sign={0} lots={1} ratio={2}")
    @CsvSource({"1,10000,0.1", "-1,10000,0.1", "1,5000000,0.05", "-1,5000000,0.05"})
    void liquidationPrice_leavesTheMaintenanceMargin_ofAnInversePosition(int sign, long lots, double ratio) {
        double price = inverse.liquidationPrice(sign, lots, 60_000, ratio);
        double value = lots / 60_000.0;
        double equity = ratio * value + sign * lots * (1 / 60_000.0 - 1 / price);
        MarginTier tier = inverse.margin().tierFor(value);
        double maintenance = lots / price * tier.maintenanceMarginRate() - tier.maintenanceAmount();
        assertThat(equity).isCloseTo(maintenance, within(1e-9 * value));
    }

    @Test
    void liquidationPrice_neverComes_whenTheCollateralCoversEverything() {
        assertThat(linear.liquidationPrice(+1, 1000, 60_000, 1.2)).isZero();
        assertThat(linear.liquidationPrice(-1, 1000, 60_000, Double.POSITIVE_INFINITY))
                .isInfinite();
        assertThat(inverse.liquidationPrice(-1, 1000, 60_000, 1.0)).isInfinite();
        assertThat(inverse.liquidationPrice(+1, 1000, 60_000, Double.POSITIVE_INFINITY))
                .isZero();
    }

    @Test
    void lots_areWorthAboutAHundredDollars_orOneDollarInAnInverseContract() {
        assertThat(linear.usd(1, 60_000)).isEqualTo(60);
        assertThat(linear.coins(12_345, 60_000)).isEqualTo(12.345);
        assertThat(inverse.usd(1, 60_000)).isEqualTo(1);
        assertThat(inverse.coins(120_000, 60_000)).isEqualTo(2);
        assertThat(inverse.lots(5e6, 60_000)).isEqualTo(5e6);
        assertThat(linear.toTick(61_234.5678)).isEqualTo(61_234.57);
    }
}
