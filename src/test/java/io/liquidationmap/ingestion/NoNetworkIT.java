package io.liquidationmap.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.liquidationmap.ingestion.IngestionStatus.VenueStatus;
import io.liquidationmap.testing.FreshDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// The service with the real scheduler, and no venue anywhere.
@SpringBootTest(
        classes = IngestionService.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {"liquidationmap.ingestion.enabled=true", "liquidationmap.ingestion.retry-delay=1ms"})
@FreshDatabase
@DirtiesContext
@ExtendWith(OutputCaptureExtension.class)
class NoNetworkIT {

    private static final List<String> VENUES = AllVenues.names();

    @Autowired
    IngestionStatus status;

    @DynamicPropertySource
    static void nowhere(DynamicPropertyRegistry registry) {
        for (String venue : VENUES) {
            String prefix = "liquidationmap.venues." + venue;
            registry.add(prefix + ".enabled", () -> true);
            for (String url : List.of(".rest-url", ".archive-url", ".statistics-url")) {
                registry.add(prefix + url, () -> "http://localhost:1");
            }
        }
    }

    @Test
    void saysSoOnceForEachVenue_andKeepsTrying(CapturedOutput output) {
        await().atMost(Duration.ofMinutes(2))
                .until(() -> status.venues().stream()
                        .filter(venue -> VENUES.contains(venue.venue().name()))
                        .allMatch(venue -> Boolean.FALSE.equals(venue.reachable())));
        Map<String, Instant> first = failures();
        await().atMost(Duration.ofMinutes(2))
                .until(() -> failures().entrySet().stream()
                        .allMatch(failure -> failure.getValue().isAfter(first.get(failure.getKey()))));

        for (String venue : VENUES) {
            assertThat(output.getOut().lines().filter(line -> line.contains(" " + venue + " does not answer")))
                    .as(venue)
                    .hasSize(1);
        }
        assertThat(output.getOut().lines().filter(line -> line.matches(".* WARN .*] io?\\.l(iquidationmap)?\\..*")))
                .hasSize(VENUES.size());
        assertThat(status.census()).singleElement().satisfies(census -> {
            assertThat(census.venue().name()).isEqualTo("hyperliquid");
            assertThat(census.lastError()).startsWith("census-");
        });
        assertThat(output).doesNotContain("\tat io.liquidationmap").doesNotContain(" ERROR ");
    }

    private Map<String, Instant> failures() {
        return status.venues().stream()
                .filter(venue -> venue.lastErrorAt() != null)
                .collect(Collectors.toMap(venue -> venue.venue().name(), VenueStatus::lastErrorAt));
    }
}
