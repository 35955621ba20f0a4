package io.liquidationmap.ingestion.binance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.liquidationmap.market.MarginSchedule;
import io.liquidationmap.market.MarginTier;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarginTableTest {

    private final BinanceMargins table = MarginTable.ofUsdMargined();
    private final BinanceMargins coinMargined = MarginTable.ofCoinMargined();

    @ParameterizedTest
    @CsvSource(textBlock = """
            BTCUSDT,  150, 421482000
            ETHUSDT,  150, 280507000
            SOLUSDT,  100, 66731475
            XRPUSDT,  100, 16683735
            BNBUSDT,  75,  25024810
            DOGEUSDT, 75,  33366280
            ADAUSDT,  75,  16681300
            LINKUSDT, 75,  13347050
            AVAXUSDT, 75,  13345325
            LTCUSDT,  75,  13345100
            BCHUSDT,  75,  13345350
            TRXUSDT,  75,  6824335
            DOTUSDT,  75,  9173285
            SUIUSDT,  75,  16681100
            HYPEUSDT, 75,  4868600
            ZECUSDT,  75,  6743600
            BTCUSDC,  125, 288402550
            ETHUSDC,  125, 182804300
            SOLUSDC,  100, 15684590
            """)
    void schedule_followsTheFeed_forTheLargestSymbols(String symbol, double maxLeverage, double lastAmount) {
        MarginSchedule schedule = table.schedule(symbol).orElseThrow();

        assertThat(schedule.source()).contains("built-in");
        assertThat(schedule.takerFeeRate()).isZero();
        assertThat(schedule.maxLeverage()).isEqualTo(maxLeverage);
        assertThat(schedule.tiers().getLast().maintenanceAmount())
                .as("cumFastMaintenanceAmount of the web site, which every tier before adds to")
                .isEqualTo(lastAmount, within(1e-3));
    }

    @Test
    void schedule_isAsOfItsOwnOldestTier() {
        assertThat(table.schedule("BTCUSDT").orElseThrow().asOf())
                .as("the smaller tiers were seen on 2026-09-22, the larger ones before")
                .isEqualTo(LocalDate.of(2026, 9, 16));
        assertThat(coinMargined.schedule("BTCUSD_PERP").orElseThrow().asOf()).isEqualTo(LocalDate.of(2026, 9, 17));
        assertThat(coinMargined.schedule("ETHUSD_PERP").orElseThrow().asOf()).isEqualTo(LocalDate.of(2026, 9, 16));
    }

    @ParameterizedTest
    @ValueSource(strings = {"margin-tiers-um.csv", "margin-tiers-cm.csv"})
    void everySchedule_becomesStricter_asPositionsGrow(String file) {
        BinanceMargins margins = file.endsWith("um.csv") ? table : coinMargined;
        for (String symbol : symbols(file)) {
            List<MarginTier> tiers = margins.schedule(symbol).orElseThrow().tiers();
            assertThat(tiers).as(symbol).hasSizeGreaterThan(3).allSatisfy(tier -> {
                assertThat(tier.cap()).isGreaterThan(tier.floor());
                assertThat(tier.maintenanceMarginRate())
                        .as("less than the initial margin at the highest leverage")
                        .isLessThan(1 / tier.maxLeverage());
            });
            assertThat(tiers)
                    .extracting(MarginTier::maintenanceMarginRate)
                    .as(symbol)
                    .isSorted();
            assertThat(tiers).extracting(tier -> -tier.maxLeverage()).as(symbol).isSorted();
        }
    }

    @Test
    void schedule_isInCoins_forCoinMargined() {
        MarginSchedule schedule = coinMargined.schedule("BTCUSD_PERP").orElseThrow();

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

    private static List<String> symbols(String file) {
        try (InputStream csv = Objects.requireNonNull(MarginTable.class.getResourceAsStream(file), file)) {
            return new String(csv.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .map(line -> line.substring(0, line.indexOf(',')))
                    .distinct()
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
