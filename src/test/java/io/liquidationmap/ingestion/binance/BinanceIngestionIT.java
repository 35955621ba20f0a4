package io.liquidationmap.ingestion.binance;

import static org.assertj.core.api.Assertions.assertThat;
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
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// The whole way from a start without a network to a stored day, with the real scheduler and the real time.
@SpringBootTest(
        classes = IngestionService.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "liquidationmap.ingestion.enabled=true",
            "liquidationmap.venues.binance.enabled=true",
            "liquidationmap.ingestion.assets=BTC",
            "liquidationmap.ingestion.history=1d",
            "liquidationmap.ingestion.poll-delay=0s",
            "liquidationmap.ingestion.retry-delay=1ms"
        })
@FreshDatabase
@DirtiesContext
@ExtendWith(OutputCaptureExtension.class)
class BinanceIngestionIT {

    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final InstrumentId BTC = InstrumentId.of("binance", "BTCUSDT");
    private static final FakeVenueServer VENUE = new FakeVenueServer();

    @Autowired
    IngestionStatus status;

    @Autowired
    BarHistory history;

    @Autowired
    InstrumentCatalog catalog;

    @DynamicPropertySource
    static void venue(DynamicPropertyRegistry registry) {
        FakeBinance.usdMargined(VENUE, Clock.systemUTC());
        VENUE.answer("/fapi/v1/exchangeInfo", request -> Answer.status(503));
        registry.add("liquidationmap.venues.binance.rest-url", VENUE::url);
        registry.add("liquidationmap.venues.binance.archive-url", VENUE::url);
        registry.add("liquidationmap.venues.binance.web-url", VENUE::url);
    }

    @AfterAll
    static void stop() {
        VENUE.close();
    }

    @Test
    void service_startsWithoutTheVenue_andFillsItsHistoryOnceItAnswers(CapturedOutput output) {
        await().atMost(LONGEST)
                .until(() -> Objects.equals(false, status.venues().getFirst().reachable()));
        assertThat(status.venues().getFirst().lastError()).startsWith("answered 503");
        assertThat(status.series()).isEmpty();
        assertThat(output.getAll().lines().filter(line -> line.contains("answered 503")))
                .hasSize(1);

        VENUE.answer("/fapi/v1/exchangeInfo", request -> Answer.json("""
                {"symbols":[{"symbol":"BTCUSDT","contractType":"PERPETUAL","status":"TRADING",\
                "baseAsset":"BTC","quoteAsset":"USDT","onboardDate":1569398400000}]}"""));
        await().atMost(LONGEST).until(() -> backfilled(status.series()));

        SeriesStatus series = status.series().getFirst();
        assertThat(series.instrument()).isEqualTo(BTC);
        assertThat(series.missingBars()).isZero();
        assertThat(series.rowsRefused()).isZero();
        assertHoldsAll(Objects.requireNonNull(series.firstBar()), Objects.requireNonNull(series.lastBarEnd()));
        await().atMost(LONGEST)
                .until(() -> catalog.marginSchedule(BTC, Instant.EPOCH).isPresent());
        assertThat(output).contains("binance answers again", "back-fill of binance:BTCUSDT 5m is complete");
    }

    private static boolean backfilled(List<SeriesStatus> series) {
        return !series.isEmpty() && Objects.equals(100.0, series.getFirst().backfillPct());
    }

    private void assertHoldsAll(Instant from, Instant to) {
        List<Bar> expected = KnownMarket.bars(from, to, Interval.FIVE_MINUTES);
        BarSeries stored = history.read(BTC, Interval.FIVE_MINUTES, from, to);
        assertThat(stored.size()).isEqualTo(expected.size()).isGreaterThanOrEqualTo(288);
        for (int i = 0; i < stored.size(); i++) {
            assertThat(stored.close(i)).isEqualTo(expected.get(i).price().close());
            assertThat(stored.openInterest(i)).isEqualTo(expected.get(i).openInterest());
        }
    }
}
