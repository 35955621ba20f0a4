package io.liquidationmap.ingestion.bitget;

import io.liquidationmap.ingestion.http.HeaderNumber;
import io.liquidationmap.ingestion.http.Pause;
import io.liquidationmap.ingestion.http.RequestPace;
import io.liquidationmap.ingestion.http.TrafficRules;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.HttpHeaders;

/// The documented limits per address: 6,000 requests a minute in all; for each endpoint by itself 20 a second, 10 for
/// position tiers, one for ratios and taker volumes. A tenth of each is left to others behind the same address; where
/// a header tells that they use more, the endpoint is left alone for the rest of the second. Who goes on is shut out for
/// five minutes.
final class BitgetLimits implements TrafficRules {

    private static final int TOO_MANY_REQUESTS = 429;
    private static final Duration SHUT_OUT = Duration.ofMinutes(5);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final int USUAL = 20;
    private static final Map<String, Integer> UNUSUAL =
            Map.of("query-position-lever", 10, "account-long-short", 1, "taker-buy-sell", 1);

    private final Map<String, RequestPace> paces = new ConcurrentHashMap<>();
    private final RequestPace all;
    private final Clock clock;
    private final Pause pause;

    BitgetLimits(Clock clock, Pause pause) {
        this.all = new RequestPace("requests to Bitget", 5_400, Duration.ofMinutes(1), clock, pause);
        this.clock = clock;
        this.pause = pause;
    }

    @Override
    public void beforeRequest(URI uri) {
        pace(endpoint(uri)).await();
        all.await();
    }

    /// The header says how many requests for the endpoint remain in this second. Where there is but one in each, none
    /// ever does.
    @Override
    public void afterResponse(URI uri, HttpHeaders headers) {
        String endpoint = endpoint(uri);
        OptionalLong remaining = HeaderNumber.of(headers, "x-mbx-used-remain-limit");
        if (remaining.isPresent() && remaining.getAsLong() == 0 && limit(endpoint) > 1) {
            pace(endpoint).hold(SECOND);
        }
    }

    @Override
    public Optional<Duration> retryAfter(int status, HttpHeaders headers) {
        Optional<Duration> said = TrafficRules.super.retryAfter(status, headers);
        return said.isEmpty() && status == TOO_MANY_REQUESTS ? Optional.of(SHUT_OUT) : said;
    }

    private RequestPace pace(String endpoint) {
        // Nine tenths of the limit over a second, as whole requests over ten.
        return paces.computeIfAbsent(
                endpoint,
                name -> new RequestPace(name + " requests", 9 * limit(name), SECOND.multipliedBy(10), clock, pause));
    }

    private static int limit(String endpoint) {
        return UNUSUAL.getOrDefault(endpoint, USUAL);
    }

    private static String endpoint(URI uri) {
        String path = uri.getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
