package io.liquidationmap.api;

import io.liquidationmap.ingestion.IngestionStatus;
import io.liquidationmap.maps.ExactMaps;
import io.liquidationmap.maps.LiquidationMaps;
import io.liquidationmap.maps.LiquidationPrices;
import io.liquidationmap.maps.MapsFailures;
import io.liquidationmap.maps.MarketDirectory;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Interval;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalDouble;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Primary;

/// The whole HTTP interface over use cases that need no data.
@TestConfiguration(proxyBeanMethods = false)
@ComponentScan(basePackages = "io.liquidationmap.api", excludeFilters = @Filter(TestConfiguration.class))
class ApiFixture {

    static final Instant NOW = Instant.parse("2026-06-22T07:45:00Z");

    private static final InstrumentId INSTRUMENT = InstrumentId.of("binance", "BTCUSDT");

    @Bean
    @Primary
    Clock fixedClock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }

    @Bean
    FakeMaps maps() {
        return new FakeMaps();
    }

    @Bean
    ExactMaps exactMaps(LiquidationMaps maps) {
        return new FakeExactMaps(maps);
    }

    @Bean
    LiquidationPrices prices() {
        return query -> {
            if (query.leverage() != null && query.leverage() > 125) {
                throw MapsFailures.impossiblePosition("leverage", "would be liquidated at once", "at most 125");
            }
            return new LiquidationPrices.Answer(
                    "BTCUSDT",
                    OptionalDouble.of(60_700.5),
                    OptionalDouble.empty(),
                    20,
                    1,
                    3_185,
                    0.004,
                    0,
                    125,
                    "maintenance",
                    "assumed");
        };
    }

    @Bean
    MarketDirectory directory() {
        Instrument instrument = new Instrument(INSTRUMENT, "BTC", "USDT", ContractType.LINEAR);
        Instrument empty = new Instrument(InstrumentId.of("binance", "ETHUSDT"), "ETH", "USDT", ContractType.LINEAR);
        return new MarketDirectory() {
            @Override
            public List<SymbolEntry> symbols() {
                return List.of(
                        new SymbolEntry(
                                "BTC",
                                List.of(new InstrumentEntry(
                                        instrument,
                                        Interval.ONE_HOUR,
                                        FakeMaps.FIRST_BAR,
                                        FakeMaps.LAST_BAR_END,
                                        4_135))),
                        new SymbolEntry("ETH", List.of(new InstrumentEntry(empty, null, null, null, 0))));
            }

            @Override
            public List<VenueEntry> venues() {
                return List.of(new VenueEntry(FakeMaps.BINANCE, false, List.of("BTCUSDT", "ETHUSDT")));
            }
        };
    }

    @Bean
    IngestionStatus status() {
        return new IngestionStatus() {
            @Override
            public List<VenueStatus> venues() {
                return List.of(new VenueStatus(FakeMaps.BINANCE, false, true, NOW, null, null, null));
            }

            @Override
            public List<SeriesStatus> series() {
                return List.of(new SeriesStatus(
                        INSTRUMENT,
                        Interval.ONE_HOUR,
                        FakeMaps.FIRST_BAR,
                        FakeMaps.LAST_BAR_END,
                        Duration.ofMinutes(45),
                        4_135,
                        2,
                        62.5,
                        Duration.ofMinutes(3),
                        NOW,
                        "timed out, \"again\"",
                        NOW,
                        0,
                        null));
            }
        };
    }
}
