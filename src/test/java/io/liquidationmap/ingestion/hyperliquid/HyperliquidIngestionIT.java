package io.liquidationmap.ingestion.hyperliquid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.liquidationmap.history.PositionCensus;
import io.liquidationmap.history.PositionCensus.SeenPosition;
import io.liquidationmap.ingestion.FakeVenueServer;
import io.liquidationmap.ingestion.IngestionService;
import io.liquidationmap.ingestion.IngestionStatus;
import io.liquidationmap.ingestion.IngestionStatus.SeriesStatus;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.PublicPosition;
import io.liquidationmap.testing.FreshDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// The venue in the service, with the real scheduler and the real time.
@SpringBootTest(
        classes = IngestionService.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "liquidationmap.ingestion.enabled=true",
            "liquidationmap.ingestion.assets=BTC",
            "liquidationmap.ingestion.history=1d",
            "liquidationmap.ingestion.retry-delay=1ms",
            "liquidationmap.census.visit-every=1s",
            "liquidationmap.venues.hyperliquid.enabled=true"
        })
@FreshDatabase
@DirtiesContext
class HyperliquidIngestionIT {

    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final InstrumentId BTC = InstrumentId.of("hyperliquid", "BTC");
    private static final FakeVenueServer SERVER = new FakeVenueServer();

    @Autowired
    IngestionStatus status;

    @Autowired
    PositionCensus census;

    @DynamicPropertySource
    static void venue(DynamicPropertyRegistry registry) {
        FakeHyperliquid venue = new FakeHyperliquid(SERVER, Clock.systemUTC());
        venue.list(FakeHyperliquid.address(1), "1000000");
        venue.holds(FakeHyperliquid.address(1), FakeHyperliquid.position("BTC", "1.5", "cross", "\"40000\"", "75000"));
        registry.add("liquidationmap.venues.hyperliquid.rest-url", SERVER::url);
        registry.add("liquidationmap.venues.hyperliquid.statistics-url", SERVER::url);
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void barsAreLoaded_andPositionsCounted() {
        await().atMost(LONGEST).until(() -> {
            List<SeriesStatus> series = status.series();
            return series.size() == 1 && Objects.equals(100.0, series.getFirst().backfillPct());
        });
        // The venue is known by now, and with it the contract whose positions count.
        await().atMost(LONGEST).until(() -> !seen().isEmpty());

        assertThat(status.series().getFirst().instrument()).isEqualTo(BTC);
        assertThat(status.series().getFirst().missingBars()).isZero();
        assertThat(seen()).extracting(PublicPosition::liquidationPrice).containsExactly(40_000.0);
    }

    private List<PublicPosition> seen() {
        return census.positions(BTC, Instant.EPOCH, Clock.systemUTC().instant()).stream()
                .map(SeenPosition::position)
                .toList();
    }
}
