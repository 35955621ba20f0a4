package io.liquidationmap.ingestion.okx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.liquidationmap.history.BarHistory;
import io.liquidationmap.history.InstrumentCatalog;
import io.liquidationmap.ingestion.FakeVenueServer;
import io.liquidationmap.ingestion.FakeVenueServer.Answer;
import io.liquidationmap.ingestion.IngestionService;
import io.liquidationmap.ingestion.IngestionStatus;
import io.liquidationmap.ingestion.IngestionStatus.SeriesStatus;
import io.liquidationmap.ingestion.KnownMarket;
import io.liquidationmap.market.Bar;
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

/// Two venues in one service, with the real scheduler and the real time: one bans the service, which costs the other
/// nothing.
@SpringBootTest(
        classes = IngestionService.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "liquidationmap.ingestion.enabled=true",
            "liquidationmap.ingestion.assets=BTC",
            "liquidationmap.ingestion.history=1d",
            "liquidationmap.ingestion.poll-delay=0s",
            "liquidationmap.ingestion.retry-delay=1ms",
            "liquidationmap.venues.bybit.enabled=true",
            "liquidationmap.venues.okx.enabled=true"
        })
@FreshDatabase
@DirtiesContext
class OkxIngestionIT {

    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final List<String> SYMBOLS = List.of("BTC-USD-SWAP", "BTC-USDC-SWAP", "BTC-USDT-SWAP");
    private static final FakeVenueServer VENUE = new FakeVenueServer();
    private static final FakeVenueServer OTHER_VENUE = new FakeVenueServer();

    @Autowired
    IngestionStatus status;

    @Autowired
    BarHistory history;

    @Autowired
    InstrumentCatalog catalog;

    @DynamicPropertySource
    static void venues(DynamicPropertyRegistry registry) {
        new FakeOkx(VENUE, Clock.systemUTC());
        VENUE.answer(
                "/api/v5/public/position-tiers",
                request -> FakeOkx.wrapped(
                        "{\"tier\":\"1\",\"maxSz\":\"1000\",\"mmr\":\"0.004\",\"maxLever\":\"100\",\"instId\":\"\"}"));
        VENUE.answer("/api/v5/public/mark-price", request -> FakeOkx.wrapped("{\"markPx\":\"50000\"}"));
        OTHER_VENUE.answer("/", request -> Answer.html(403, "<html>access too frequent</html>"));
        registry.add("liquidationmap.venues.okx.rest-url", VENUE::url);
        registry.add("liquidationmap.venues.bybit.rest-url", OTHER_VENUE::url);
    }

    @AfterAll
    static void stop() {
        VENUE.close();
        OTHER_VENUE.close();
    }

    @Test
    void aBan_stopsOnlyTheVenueThatBans() {
        await().atMost(LONGEST).until(() -> {
            List<SeriesStatus> series = status.series();
            return series.size() == SYMBOLS.size()
                    && series.stream().allMatch(one -> Objects.equals(100.0, one.backfillPct()));
        });

        assertThat(status.series())
                .extracting(series -> series.instrument().toString())
                .containsExactlyInAnyOrderElementsOf(
                        SYMBOLS.stream().map("okx:"::concat).toList());
        for (SeriesStatus series : status.series()) {
            assertThat(series.missingBars()).isZero();
            assertThat(series.rowsRefused()).isZero();
            assertHoldsAll(
                    series.instrument(),
                    Objects.requireNonNull(series.firstBar()),
                    Objects.requireNonNull(series.lastBarEnd()));
            await().atMost(LONGEST)
                    .until(() -> catalog.marginSchedule(series.instrument(), Instant.EPOCH)
                            .isPresent());
        }
        assertThat(status.venues())
                .filteredOn(venue -> venue.venue().toString().equals("bybit"))
                .singleElement()
                .satisfies(venue -> {
                    assertThat(venue.reachable()).isFalse();
                    assertThat(venue.lastError()).startsWith("answered 403");
                });
        assertThat(OTHER_VENUE.requests("/")).hasSize(1);
    }

    private void assertHoldsAll(InstrumentId id, Instant from, Instant to) {
        List<Bar> expected = KnownMarket.bars(from, to, Interval.FIVE_MINUTES);
        BarSeries stored = history.read(id, Interval.FIVE_MINUTES, from, to);
        assertThat(stored.size()).isEqualTo(expected.size()).isGreaterThanOrEqualTo(288);
        for (int i = 0; i < stored.size(); i++) {
            assertThat(stored.close(i)).isEqualTo(expected.get(i).price().close());
            assertThat(stored.openInterest(i))
                    .isCloseTo(Objects.requireNonNull(expected.get(i).openInterest()), within(1e-6));
        }
    }
}
