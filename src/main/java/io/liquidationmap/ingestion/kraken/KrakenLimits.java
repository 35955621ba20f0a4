package io.liquidationmap.ingestion.kraken;

import io.liquidationmap.ingestion.http.Pause;
import io.liquidationmap.ingestion.http.RequestPace;
import io.liquidationmap.ingestion.http.TrafficRules;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.springframework.http.HttpHeaders;

/// Twenty requests a second: public requests are documented to cost nothing of any limit, which is no reason to make as
/// many as we can.
final class KrakenLimits implements TrafficRules {

    private final RequestPace pace;

    KrakenLimits(Clock clock, Pause pause) {
        pace = new RequestPace("requests", 20, Duration.ofSeconds(1), clock, pause);
    }

    @Override
    public void beforeRequest(URI uri) {
        pace.await();
    }

    @Override
    public void afterResponse(URI uri, HttpHeaders headers) {}
}
