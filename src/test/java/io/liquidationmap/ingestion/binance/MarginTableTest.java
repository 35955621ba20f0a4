package io.liquidationmap.ingestion.binance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.liquidationmap.market.MarginSchedule;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarginTableTest {

    private final BinanceMargins table = MarginTable.ofUsdMargined();

    @ParameterizedTest
    @ValueSource(strings = {"BTCUSDT", "ETHUSDT", "SOLUSDT"})
    void schedule_isKnown_forTheUsualSymbols(String symbol) {
        MarginSchedule schedule = table.schedule(symbol).orElseThrow();

        assertThat(schedule.source()).contains("built-in");
        assertThat(schedule.asOf()).isAfter(LocalDate.of(2025, 1, 1));
        assertThat(schedule.takerFeeRate()).isZero();
        assertThat(schedule.maxLeverage()).isGreaterThanOrEqualTo(100);
    }

    @Test
    void schedule_isInCoins_forCoinMargined() {
        MarginSchedule schedule =
                MarginTable.ofCoinMargined().schedule("BTCUSD_PERP").orElseThrow();

        assertThat(schedule.tiers()).hasSize(10);
        assertThat(schedule.tierFor(200)).satisfies(tier -> {
            assertThat(tier.maintenanceMarginRate()).isEqualTo(0.05);
            assertThat(tier.maintenanceAmount())
                    .as("cumFastMaintenanceAmount of the web site")
                    .isEqualTo(4.18, within(1e-9));
        });
    }

    @Test
    void schedule_isUnknown_forOthers() {
        assertThat(table.schedule("NOSUCHUSDT")).isEmpty();
    }
}
