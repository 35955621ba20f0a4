package io.liquidationmap.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.liquidationmap.LiquidationMapApplication;
import io.liquidationmap.history.BarHistory;
import io.liquidationmap.history.InstrumentCatalog;
import io.liquidationmap.history.InstrumentCatalog.KnownVenue;
import io.liquidationmap.history.PositionCensus;
import io.liquidationmap.history.PositionCensus.Sighting;
import io.liquidationmap.ingestion.files.ImportCommand;
import io.liquidationmap.market.Bar;
import io.liquidationmap.market.BarSeries;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.MarginMode;
import io.liquidationmap.market.PublicPosition;
import io.liquidationmap.simulation.MarketCsv;
import io.liquidationmap.simulation.SimulatedMarket;
import io.liquidationmap.simulation.WorldParameters;
import io.liquidationmap.testing.SettableClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/// What the page's tests look at: bitcoin at the simulated venue, and ether whose history was imported from a file and
/// is taken for real.
@TestConfiguration(proxyBeanMethods = false)
class PageWorld {

    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    static final int DAYS = 220;
    static final Instant NOW = START.plus(Duration.ofDays(DAYS));

    private static final Duration HOUR = Duration.ofHours(1);

    private static final InstrumentId BITCOIN = InstrumentId.of("demo", "BTCUSDT");
    private static final InstrumentId ETHER = InstrumentId.of("mine", "ETHUSDT");

    @Bean
    @Primary
    SettableClock settableClock() {
        return new SettableClock(NOW);
    }

    @Bean
    Filling filling(
            InstrumentCatalog catalog, BarHistory history, PositionCensus census, JdbcConnectionDetails database) {
        return new Filling(catalog, history, census, database);
    }

    /// Stores the markets.
    record Filling(
            InstrumentCatalog catalog, BarHistory history, PositionCensus census, JdbcConnectionDetails database) {

        /// Does so unless they are stored.
        void fill() {
            if (catalog.find(BITCOIN).isEmpty()) {
                list();
                trade();
            }
        }

        /// Makes the markets known.
        void list() {
            list(BITCOIN, "BTC", true);
            list(ETHER, "ETH", false);
        }

        /// Stores the bars of what is listed.
        void trade() {
            history.write(BITCOIN, Interval.ONE_HOUR, bars(1, 60_000, 6e9));
            bring(ETHER, bars(2, 2_500, 4e9));
            publish(new PublicPosition(ETHER, 400, 2_500.0, MarginMode.CROSS, 10, 2_000.0, 100_000, 1_000_000));
        }

        private void publish(PublicPosition position) {
            census.learn(ETHER.venue(), List.of(new Sighting("an account", HOUR)), START);
            census.record(census.due(ETHER.venue(), NOW, 1).getFirst(), NOW.minus(HOUR), List.of(position), HOUR);
        }

        private void list(InstrumentId id, String base, boolean simulated) {
            catalog.register(new KnownVenue(id.venue(), simulated));
            catalog.register(new Instrument(id, base, "USDT", ContractType.LINEAR));
        }

        private static List<Bar> bars(long seed, double price, double openInterestUsd) {
            WorldParameters parameters = WorldParameters.draw(seed).scaledTo(price, openInterestUsd);
            SimulatedMarket market = SimulatedMarket.of(parameters, seed, START, Interval.ONE_HOUR);
            return Stream.generate(market::advance).limit(DAYS * 24L).toList();
        }

        /// By the import, from a file.
        private void bring(InstrumentId id, List<Bar> bars) {
            Map<String, String> settings = Map.of(
                    "spring.datasource.url", database.getJdbcUrl(),
                    "spring.datasource.username", Objects.requireNonNull(database.getUsername()),
                    "spring.datasource.password", Objects.requireNonNull(database.getPassword()));
            settings.forEach(System::setProperty);
            try {
                Path file = Files.createTempFile("bars", ".csv");
                try (Writer writer = Files.newBufferedWriter(file)) {
                    MarketCsv.write(BarSeries.of(Interval.ONE_HOUR, bars), writer);
                }
                int status = ImportCommand.run(
                        LiquidationMapApplication.class,
                        ImportCommand.NAME,
                        "--venue=" + id.venue(),
                        "--symbol=" + id.symbol(),
                        "--interval=1h",
                        "--price=mark",
                        file.toString());
                Files.delete(file);
                assertThat(status).isZero();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                settings.keySet().forEach(System::clearProperty);
            }
        }
    }
}
