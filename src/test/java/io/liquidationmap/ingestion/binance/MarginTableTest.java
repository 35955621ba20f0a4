package io.liquidationmap.ingestion.binance;

import static org.assertj.core.api.Assertions.assertThat;

import io.liquidationmap.market.MarginSchedule;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarginTableTest {

    private final BinanceMargins table = MarginTable.builtIn();

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
    void schedule_isUnknown_forOthers() {
        assertThat(table.schedule("NOSUCHUSDT")).isEmpty();
    }
}
