package io.liquidationmap.ingestion.dydx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.liquidationmap.history.BarHistory;
import io.liquidationmap.history.InstrumentCatalog;
import io.liquidationmap.ingestion.FakeVenueServer;
import io.liquidationmap.ingestion.IngestionService;
import io.liquidationmap.ingestion.IngestionStatus;
import io.liquidationmap.ingestion.IngestionStatus.SeriesStatus;
import io.liquidationmap.ingestion.KnownMarket;
import io.liquidationmap.market.BarSeries;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Interval;
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

/// From the indexer into the database, with the real scheduler and the real time.
@SpringBootTest(
        classes = IngestionService.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "liquidationmap.ingestion.enabled=true",
            "liquidationmap.ingestion.assets=BTC",
            "liquidationmap.ingestion.history=5d",
            "liquidationmap.ingestion.poll-delay=0s",
            "liquidationmap.venues.dydx.enabled=true"
        })
@FreshDatabase
@DirtiesContext
class DydxIngestionIT {

    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final InstrumentId BTC = InstrumentId.of("dydx", "BTC-USD");
    private static final FakeVenueServer VENUE = new FakeVenueServer();

    @Autowired
    IngestionStatus status;

    @Autowired
    BarHistory history;

    @Autowired
    InstrumentCatalog catalog;

    @DynamicPropertySource
    static void venue(DynamicPropertyRegistry registry) {
        new FakeDydx(VENUE, Clock.systemUTC());
        registry.add("liquidationmap.venues.dydx.rest-url", VENUE::url);
    }

    @AfterAll
    static void stop() {
        VENUE.close();
    }

    @Test
    void everyBar_isStored_withTheOpenInterestAtItsEnd() {
        await().atMost(LONGEST).until(() -> {
            List<SeriesStatus> all = status.series();
            return all.size() == 1 && Objects.equals(100.0, all.getFirst().backfillPct());
        });

        SeriesStatus series = status.series().getFirst();
        assertThat(series.instrument()).isEqualTo(BTC);
        assertThat(series.missingBars()).isZero();
        assertThat(series.rowsRefused()).isZero();
        BarSeries stored = history.read(
                BTC,
                Interval.FIVE_MINUTES,
                Objects.requireNonNull(series.firstBar()),
                Objects.requireNonNull(series.lastBarEnd()));
        assertThat(stored.size()).isGreaterThanOrEqualTo(5 * 288);
        for (int i = 0; i < stored.size(); i++) {
            Instant open = Instant.ofEpochMilli(stored.openTimeMs(i));
            Instant end = open.plus(Interval.FIVE_MINUTES.duration());
            assertThat(stored.close(i))
                    .isEqualTo(
                            KnownMarket.lastCandle(open, Interval.FIVE_MINUTES).close());
            assertThat(stored.openInterest(i)).isCloseTo(KnownMarket.openInterest(end), within(1e-6));
        }
        await().atMost(LONGEST)
                .until(() -> catalog.marginSchedule(BTC, Instant.EPOCH).isPresent());
    }
}
