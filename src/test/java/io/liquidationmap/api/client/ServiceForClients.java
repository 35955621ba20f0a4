package io.liquidationmap.api.client;

import io.liquidationmap.history.BarHistory;
import io.liquidationmap.history.InstrumentCatalog;
import io.liquidationmap.history.PositionCensus;
import io.liquidationmap.testing.FreshDatabase;
import io.liquidationmap.testing.SampleMarket;
import io.liquidationmap.testing.SettableClock;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/// A running service with a sample market, for programs that know nothing of Java.
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"management.server.port=0", "liquidationmap.ingestion.enabled=false"})
@FreshDatabase
abstract class ServiceForClients {

    @LocalServerPort
    private int port;

    @BeforeEach
    void storeMarket(
            @Autowired InstrumentCatalog catalog, @Autowired BarHistory history, @Autowired PositionCensus census) {
        SampleMarket.store(catalog, history, census);
    }

    /// Where the service answers, `localhost:…`.
    String host() {
        return "localhost:" + port;
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class FixedTime {

        @Bean
        @Primary
        SettableClock settableClock() {
            return new SettableClock(SampleMarket.END);
        }
    }
}
