package io.liquidationmap.ingestion.dydx;

import io.liquidationmap.ingestion.http.Pause;
import io.liquidationmap.ingestion.http.RequestPace;
import io.liquidationmap.ingestion.http.TrafficRules;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.springframework.http.HttpHeaders;

/// The documented limit, 100 requests in ten seconds per address, of which a tenth is left to others behind it.
final class DydxLimits implements TrafficRules {

    private final RequestPace pace;

    DydxLimits(Clock clock, Pause pause) {
        pace = new RequestPace("requests", 90, Duration.ofSeconds(10), clock, pause);
    }

    @Override
    public void beforeRequest(URI uri) {
        pace.await();
    }

    @Override
    public void afterResponse(URI uri, HttpHeaders headers) {}
}
