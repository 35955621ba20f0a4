package io.liquidationmap.ingestion.bitget;

import io.liquidationmap.ingestion.http.Pause;
import io.liquidationmap.ingestion.http.RequestPace;
import io.liquidationmap.ingestion.http.TrafficRules;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.HttpHeaders;

/// The documented limits per address, for each endpoint by itself: 20 requests a second, 10 for position tiers, one for
/// ratios and taker volumes. The venue does not count aloud.
final class BitgetLimits implements TrafficRules {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final int USUAL = 20;
    private static final Map<String, Integer> UNUSUAL =
            Map.of("query-position-lever", 10, "account-long-short", 1, "taker-buy-sell", 1);

    private final Map<String, RequestPace> paces = new ConcurrentHashMap<>();
    private final Clock clock;
    private final Pause pause;

    BitgetLimits(Clock clock, Pause pause) {
        this.clock = clock;
        this.pause = pause;
    }

    @Override
    public void beforeRequest(URI uri) {
        String path = uri.getPath();
        paces.computeIfAbsent(path.substring(path.lastIndexOf('/') + 1), this::pace)
                .await();
    }

    private RequestPace pace(String endpoint) {
        int limit = UNUSUAL.getOrDefault(endpoint, USUAL);
        return new RequestPace(endpoint + " requests", limit, SECOND, clock, pause);
    }

    @Override
    public void afterResponse(URI uri, HttpHeaders headers) {}
}
