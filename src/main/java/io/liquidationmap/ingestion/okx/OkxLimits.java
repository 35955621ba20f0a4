package io.liquidationmap.ingestion.okx;

import io.liquidationmap.ingestion.http.Pause;
import io.liquidationmap.ingestion.http.RequestPace;
import io.liquidationmap.ingestion.http.TrafficRules;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;

/// The documented limits of each endpoint over two seconds, by address or by address and contract. A tenth of each is
/// left to others behind the same address. Answers do not say what has been used.
final class OkxLimits implements TrafficRules {

    private static final Duration WINDOW = Duration.ofSeconds(2);
    private static final Pattern CONTRACT = Pattern.compile("(?:^|&)instId=([^&]*)");

    /// Requests in a window, by the last part of the path; 5 for the other statistics.
    private static final Map<String, Integer> LIMITS = Map.of(
            "candles", 40,
            "history-candles", 20,
            "mark-price-candles", 20,
            "history-mark-price-candles", 20,
            "instruments", 20,
            "open-interest", 20,
            "mark-price", 10,
            "position-tiers", 10,
            "funding-rate-history", 10,
            "open-interest-history", 10);

    private static final int OTHER_LIMIT = 5;

    /// What is limited by the address alone.
    private static final Set<String> BY_ADDRESS =
            Set.of("candles", "history-candles", "mark-price-candles", "history-mark-price-candles", "position-tiers");

    private final Map<String, RequestPace> paces = new ConcurrentHashMap<>();
    private final Clock clock;
    private final Pause pause;

    OkxLimits(Clock clock, Pause pause) {
        this.clock = clock;
        this.pause = pause;
    }

    @Override
    public void beforeRequest(URI uri) {
        String path = uri.getPath();
        String endpoint = path.substring(path.lastIndexOf('/') + 1);
        paces.computeIfAbsent(
                        BY_ADDRESS.contains(endpoint) ? endpoint : endpoint + contract(uri), name -> pace(endpoint))
                .await();
    }

    @Override
    public void afterResponse(URI uri, HttpHeaders headers) {}

    private RequestPace pace(String endpoint) {
        int limit = LIMITS.getOrDefault(endpoint, OTHER_LIMIT);
        // Nine tenths of the limit over the window, as whole requests over ten windows.
        return new RequestPace("requests for " + endpoint, 9 * limit, WINDOW.multipliedBy(10), clock, pause);
    }

    private static String contract(URI uri) {
        Matcher matcher = CONTRACT.matcher(uri.getQuery() == null ? "" : uri.getQuery());
        return matcher.find() ? " of " + matcher.group(1) : "";
    }
}
