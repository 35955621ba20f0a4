package io.liquidationmap.page;

import io.liquidationmap.history.BarHistory;
import io.liquidationmap.history.InstrumentCatalog;
import io.liquidationmap.history.InstrumentCatalog.KnownVenue;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Interval;
import io.liquidationmap.simulation.SimulatedMarket;
import io.liquidationmap.simulation.WorldParameters;
import io.liquidationmap.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/// What the page's tests look at: bitcoin at the simulated venue, and ether whose history came from elsewhere and is
/// taken for real.
@TestConfiguration(proxyBeanMethods = false)
class PageWorld {

    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    static final int DAYS = 220;
    static final Instant NOW = START.plus(Duration.ofDays(DAYS));

    private static final InstrumentId BITCOIN = InstrumentId.of("demo", "BTCUSDT");
    private static final InstrumentId ETHER = InstrumentId.of("mine", "ETHUSDT");

    @Bean
    @Primary
    SettableClock settableClock() {
        return new SettableClock(NOW);
    }

    @Bean
    Filling filling(InstrumentCatalog catalog, BarHistory history) {
        return new Filling(catalog, history);
    }

    /// Stores the markets.
    record Filling(InstrumentCatalog catalog, BarHistory history) {

        /// Does so unless they are stored.
        void fill() {
            if (catalog.venues().isEmpty()) {
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
            trade(BITCOIN, 1, 60_000, 6e9);
            trade(ETHER, 2, 2_500, 4e9);
        }

        private void list(InstrumentId id, String base, boolean simulated) {
            catalog.register(new KnownVenue(id.venue(), simulated));
            catalog.register(new Instrument(id, base, "USDT", ContractType.LINEAR));
        }

        private void trade(InstrumentId id, long seed, double price, double openInterestUsd) {
            WorldParameters parameters = WorldParameters.draw(seed).scaledTo(price, openInterestUsd);
            SimulatedMarket market = SimulatedMarket.of(parameters, seed, START, Interval.ONE_HOUR);
            history.write(
                    id,
                    Interval.ONE_HOUR,
                    Stream.generate(market::advance).limit(DAYS * 24L).toList());
        }
    }
}
