package io.liquidationmap.ingestion.deribit;

import io.liquidationmap.ingestion.http.Pause;
import io.liquidationmap.ingestion.http.RequestBudget;
import io.liquidationmap.ingestion.http.RequestPace;
import io.liquidationmap.ingestion.http.TrafficRules;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.springframework.http.HttpHeaders;

/// Ten requests a second: half of what accounts are documented to have; what an address without one has is not. The
/// listing has a documented limit of its own, one in ten seconds and five at once.
final class DeribitLimits implements TrafficRules {

    private final RequestPace pace;
    private final RequestBudget listing;

    DeribitLimits(Clock clock, Pause pause) {
        listing = new RequestBudget("this minute's budget for the listing", 5, Duration.ofMinutes(1), clock);
        pace = new RequestPace("requests", 10, Duration.ofSeconds(1), clock, pause);
    }

    @Override
    public void beforeRequest(URI uri) {
        if (uri.getPath().endsWith(DeribitApi.LISTING)) {
            listing.take(1);
        }
        pace.await();
    }

    @Override
    public void afterResponse(URI uri, HttpHeaders headers) {}
}
