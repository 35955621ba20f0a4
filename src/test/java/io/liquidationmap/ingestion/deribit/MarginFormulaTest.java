package io.liquidationmap.ingestion.deribit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.MarginSchedule;
import io.liquidationmap.market.MarginTier;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarginFormulaTest {

    /// The examples of the help centre: bitcoin at 100,000 and solana at 200 USDC, and the fractions announced in 2022.
    @ParameterizedTest
    @CsvSource({
        "BTC, LINEAR, 100000, 25, 28125",
        "BTC, LINEAR, 100000, 350, 962500",
        "SOL, LINEAR, 200, 25, 100.625",
        "SOL, LINEAR, 200, 6000, 60000",
        "BTC, INVERSE, 1, 25, 0.28125",
        "ETH, INVERSE, 1, 1000, 14",
        "ETH, LINEAR, 3000, 1000, 42000"
    })
    void requirement_isThatOfTheFormula_orUpToAThirtiethMore(
            String base, ContractType contract, double coinValue, double coins, double expected) {
        MarginSchedule schedule =
                MarginFormula.of(instrument(base, contract)).orElseThrow().schedule(coinValue);

        assertThat(requirement(schedule, coins * coinValue)).isBetween(expected * (1 - 1e-12), expected * 31 / 30);
    }

    @Test
    void requirement_isWithinAThirtieth_whateverTheSize() {
        MarginFormula formula =
                MarginFormula.of(instrument("BTC", ContractType.INVERSE)).orElseThrow();
        MarginSchedule schedule = formula.schedule(1);
        Random random = new Random(7);
        for (int i = 0; i < 10_000; i++) {
            double coins = Math.exp(random.nextDouble(Math.log(0.001), Math.log(1600)));
            double exact = coins * (0.01 + 0.00005 * coins);
            assertThat(requirement(schedule, coins)).isBetween(exact * (1 - 1e-12), exact * 31 / 30);
        }
    }

    @Test
    void requirement_isExact_andUnbroken_atTheBounds() {
        MarginSchedule schedule = MarginFormula.of(instrument("ETH", ContractType.INVERSE))
                .orElseThrow()
                .schedule(1);
        for (MarginTier tier : schedule.tiers()) {
            double coins = tier.floor();
            double exact = coins * (0.01 + 0.000004 * coins);
            assertThat(requirement(schedule, coins)).isEqualTo(exact, within(1e-9 * (1 + exact)));
        }
    }

    @Test
    void leverage_fallsWithTheSize() {
        MarginSchedule schedule = MarginFormula.of(instrument("SOL", ContractType.LINEAR))
                .orElseThrow()
                .schedule(200);

        assertThat(schedule.maxLeverage()).isEqualTo(25);
        assertThat(schedule.tiers())
                .extracting(MarginTier::maxLeverage)
                .isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(schedule.tiers().getLast().maintenanceMarginRate()).isLessThan(1);
        assertThat(schedule.tiers().getLast().cap()).isInfinite();
    }

    @Test
    void formula_isUnknown_ofOtherCoins() {
        assertThat(MarginFormula.of(instrument("SOL", ContractType.INVERSE))).isEmpty();
        assertThat(MarginFormula.of(instrument("DOGE", ContractType.LINEAR))).isEmpty();
    }

    private static double requirement(MarginSchedule schedule, double value) {
        MarginTier tier = schedule.tierFor(value);
        return value * tier.maintenanceMarginRate() - tier.maintenanceAmount();
    }

    private static Instrument instrument(String base, ContractType contract) {
        return new Instrument(InstrumentId.of("deribit", base), base, "USD", contract);
    }
}
