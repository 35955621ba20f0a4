package io.liquidationmap.api;

import io.liquidationmap.accuracy.Metric;
import io.liquidationmap.accuracy.Scoreboard;
import io.liquidationmap.accuracy.Scoreboard.MethodScores;
import io.liquidationmap.accuracy.Scoreboard.Score;
import io.liquidationmap.accuracy.SimulatedAccuracy;
import io.liquidationmap.accuracy.Spread;
import io.liquidationmap.accuracy.forecast.Calibration;
import io.liquidationmap.accuracy.forecast.ForecastScore;
import io.liquidationmap.accuracy.forecast.ForecastScore.Difference;
import io.liquidationmap.accuracy.forecast.ForecastScore.MethodScore;
import io.liquidationmap.accuracy.forecast.LiveScore;
import io.liquidationmap.accuracy.forecast.LiveScores;
import io.liquidationmap.alerts.AlertsProperties;
import io.liquidationmap.calibration.CalibrationStatus;
import io.liquidationmap.ingestion.IngestionStatus;
import io.liquidationmap.maps.ExactMaps;
import io.liquidationmap.maps.Heatmaps;
import io.liquidationmap.maps.LiquidationMaps;
import io.liquidationmap.maps.LiquidationPrices;
import io.liquidationmap.maps.MapsFailures;
import io.liquidationmap.maps.MarketDirectory;
import io.liquidationmap.maps.RecentLiquidations;
import io.liquidationmap.market.Completeness;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Interval;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Primary;

/// The whole HTTP interface over use cases that need no data.
@TestConfiguration(proxyBeanMethods = false)
@EnableConfigurationProperties(AlertsProperties.class)
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
    FakeImbalances imbalances(FakeMaps maps) {
        return new FakeImbalances(maps);
    }

    @Bean
    Heatmaps heatmaps(FakeMaps maps) {
        return new FakeHeatmaps(maps);
    }

    @Bean
    ExactMaps exactMaps(LiquidationMaps maps) {
        return new FakeExactMaps(maps);
    }

    @Bean
    FakeLadders ladders(LiquidationMaps maps) {
        return new FakeLadders(maps);
    }

    @Bean
    FakeOverviews overviews(LiquidationMaps maps) {
        return new FakeOverviews(maps);
    }

    @Bean
    LiquidationPrices prices() {
        return query -> {
            if (query.leverage() != null && query.leverage() > 125) {
                throw MapsFailures.impossiblePosition("leverage", "would be liquidated at once", "at most 125");
            }
            return new LiquidationPrices.Answer(
                    new Instrument(INSTRUMENT, "BTC", "USDT", ContractType.LINEAR),
                    OptionalDouble.of(60_700.5),
                    OptionalDouble.empty(),
                    20,
                    1,
                    3_185,
                    0.004,
                    0,
                    125,
                    "maintenance",
                    "assumed",
                    LocalDate.of(2026, 11, 22));
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
    SimulatedAccuracy accuracy() {
        Spread spread = new Spread(1.5, 1.25, 2);
        List<Score> all =
                Metric.all().stream().map(metric -> new Score(metric, spread)).toList();
        List<Score> withoutBands = all.stream()
                .filter(score -> !score.metric().measure().name().contains("BAND"))
                .toList();
        return () -> new Scoreboard(
                "compute --again",
                "conserved-1",
                400,
                "1h",
                220,
                5,
                List.of(
                        new Scoreboard.Group(
                                "ordinary",
                                12,
                                List.of(
                                        new MethodScores("opened", "the popular map", withoutBands),
                                        new MethodScores("banded", "a map with bands", all))),
                        new Scoreboard.Group(
                                "hostile", 4, List.of(new MethodScores("opened", "the popular map", List.of())))));
    }

    @Bean
    LiveScores liveScores() {
        Instant from = Instant.parse("2026-06-01T00:00:00Z");
        MethodScore map = new MethodScore(0.55, 0.25, 0.2, 0.3, 1.25);
        MethodScore naive = new MethodScore(0.5, 0.2, 0.2, 0.2, 0.75);
        MethodScore control = new MethodScore(0.25, -0.5, -0.5, 0, 1.5);
        ForecastScore score = new ForecastScore(
                500,
                1_000,
                from,
                from.plus(Duration.ofHours(500)),
                map,
                naive,
                control,
                new Difference(0.05, -0.02, 0.12),
                new Difference(-0.25, -0.3, Double.NaN),
                new Calibration(0.9, List.of()));
        Interval fourHours = Interval.parse("4h");
        return _ -> List.of(
                new LiveScore(
                        INSTRUMENT,
                        false,
                        Interval.ONE_HOUR,
                        List.of("conserved conserved-1", "conserved conserved-2"),
                        Completeness.THROTTLED,
                        500,
                        360,
                        score),
                new LiveScore(INSTRUMENT, false, fourHours, List.of("conserved conserved-1"), null, 12, 90, null));
    }

    @Bean
    FakeRealised realised() {
        return new FakeRealised();
    }

    @Bean
    FakeAlerts alerts() {
        return new FakeAlerts();
    }

    @Bean
    MeterRegistry meters() {
        return new SimpleMeterRegistry();
    }

    @Bean
    RecentLiquidations recentLiquidations() {
        return new RecentLiquidations() {
            @Override
            public long lastNumber() {
                return 0;
            }

            @Override
            public List<Published> stored(Collection<InstrumentId> instruments, long after, long upTo, int most) {
                return List.of();
            }

            @Override
            public Optional<Happened> happened(Collection<InstrumentId> instruments, long after, long upTo) {
                return Optional.empty();
            }
        };
    }

    @Bean
    CalibrationStatus calibrations() {
        return new CalibrationStatus() {
            @Override
            public List<InstrumentStatus> instruments() {
                return List.of(new InstrumentStatus(
                        INSTRUMENT,
                        "complete",
                        false,
                        Instant.parse("2026-06-15T00:00:00Z"),
                        Instant.parse("2026-06-29T00:00:00Z"),
                        17,
                        17,
                        1,
                        "longs were swept in 3 periods of four hours, 20 are needed",
                        Instant.parse("2026-06-22T00:00:00Z")));
            }

            @Override
            public Optional<InstrumentStatus> of(InstrumentId instrument) {
                throw new UnsupportedOperationException("the interface asks for all");
            }
        };
    }

    @Bean
    IngestionStatus status() {
        return new IngestionStatus() {
            @Override
            public List<VenueStatus> venues() {
                return List.of(new VenueStatus(
                        FakeMaps.BINANCE,
                        false,
                        true,
                        NOW,
                        null,
                        null,
                        null,
                        2,
                        "listing of odd!: a symbol must be letters",
                        NOW));
            }

            @Override
            public List<FeedStatus> feeds() {
                return List.of(new FeedStatus(
                        FakeMaps.BINANCE,
                        "binance",
                        Completeness.THROTTLED,
                        2,
                        FakeMaps.LAST_BAR_END,
                        NOW,
                        null,
                        7,
                        3,
                        1,
                        "unreadable: <html>",
                        NOW,
                        null,
                        null));
            }

            @Override
            public List<CensusStatus> census() {
                return List.of(new CensusStatus(
                        FakeMaps.BINANCE, 8, 6, 1, NOW, "census-largest gave no answer", NOW.minusSeconds(3600)));
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
