package io.liquidationmap.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import com.zaxxer.hikari.HikariDataSource;
import io.liquidationmap.ingestion.IngestionStatus.FeedStatus;
import io.liquidationmap.ingestion.IngestionStatus.SeriesStatus;
import io.liquidationmap.ingestion.IngestionStatus.VenueStatus;
import io.liquidationmap.testing.PostgresTest;
import io.liquidationmap.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/// The whole service, started anew when there is no longer any network, with what it stored while there was.
@PostgresTest
@ExtendWith(OutputCaptureExtension.class)
class NoNetworkRestartIT {

    private static final Instant START = Instant.parse("2026-03-02T00:00:03Z");
    private static final String NOWHERE = "ws://localhost:1";

    @Autowired
    DataSource database;

    @Autowired
    SettableClock clock;

    @Test
    void saysSoOnceForEachVenue_keepsTrying_andServesWhatItHas(CapturedOutput output) {
        clock.set(START);
        try (AllVenues venues = new AllVenues(clock)) {
            try (ServiceInstance service = start(venues, false)) {
                service.runUntil(START.plus(Duration.ofHours(1)));
            }
            AllVenues.names().forEach(venue -> venues.server(venue).goAway());
            String before = output.getOut();
            try (ServiceInstance service = start(venues, true)) {
                IngestionStatus status = service.bean(IngestionStatus.class);
                await().atMost(Duration.ofMinutes(2))
                        .untilAsserted(() -> assertThat(status.feeds())
                                .isNotEmpty()
                                .extracting(FeedStatus::lastError)
                                .doesNotContainNull());
                service.runUntil(START.plus(Duration.ofHours(3)));

                assertThat(status.venues())
                        .hasSameSizeAs(AllVenues.names())
                        .extracting(VenueStatus::reachable)
                        .containsOnly(false);
                assertThat(status.series()).extracting(SeriesStatus::lastError).doesNotContainNull();
                assertMap(service.get("/api/liquidations?symbol=BTC&range=1d"));
            }
            String said = output.getOut().substring(before.length());
            for (String venue : AllVenues.names()) {
                assertThat(said.lines().filter(line -> line.contains(" " + venue + " does not answer")))
                        .as(venue)
                        .hasSize(1);
            }
            assertThat(said.lines().filter(line -> line.matches(".* WARN .*] io?\\.l(iquidationmap)?\\..*")))
                    .hasSameSizeAs(AllVenues.names());
            assertThat(said).doesNotContain("\tat io.liquidationmap").doesNotContain(" ERROR ");
        }
    }

    private ServiceInstance start(AllVenues venues, boolean listening) {
        List<String> properties = new ArrayList<>(venues.properties());
        AllVenues.names().forEach(venue -> properties.add("liquidationmap.venues." + venue + ".stream-url=" + NOWHERE));
        properties.add("liquidationmap.ingestion.history=24h");
        properties.add("liquidationmap.streams.enabled=" + listening);
        properties.add("liquidationmap.streams.tick=10ms");
        return new ServiceInstance((HikariDataSource) database, clock, properties);
    }

    private static void assertMap(String map) {
        assertThat(JsonPath.<List<String>>read(map, "$.venues")).containsExactlyElementsOf(AllVenues.names());
        assertThat(JsonPath.<List<Object>>read(map, "$.buckets[?(@.usd > 1)]")).isNotEmpty();
        assertThat(JsonPath.<List<Map<String, Object>>>read(map, "$.coverage"))
                .hasSameSizeAs(AllVenues.CONTRACTS)
                .allSatisfy(entry -> assertThat(entry).containsEntry("lagSeconds", 7200));
    }
}
