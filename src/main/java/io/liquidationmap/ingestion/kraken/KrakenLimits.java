package io.liquidationmap.ingestion.kraken;

import io.liquidationmap.ingestion.http.Pause;
import io.liquidationmap.ingestion.http.RequestPace;
import io.liquidationmap.ingestion.http.TrafficRules;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.springframework.http.HttpHeaders;

/// Five requests a second, which others have found to be tolerated: public ones are documented to cost nothing of any
/// budget, which is no reason to find out how many are.
final class KrakenLimits implements TrafficRules {

    private final RequestPace pace;

    KrakenLimits(Clock clock, Pause pause) {
        pace = new RequestPace("requests", 5, Duration.ofSeconds(1), clock, pause);
    }

    @Override
    public void beforeRequest(URI uri) {
        pace.await();
    }

    @Override
    public void afterResponse(URI uri, HttpHeaders headers) {}
}
