package io.liquidationmap.ingestion.gate;

import io.liquidationmap.ingestion.http.HeaderNumber;
import io.liquidationmap.ingestion.http.RequestBudget;
import io.liquidationmap.ingestion.http.TrafficRules;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;

/// The documented limit: 200 requests in ten seconds per address, for each endpoint by itself, counted in response
/// headers. A tenth is left to others behind the same address.
final class GateLimits implements TrafficRules {

    private static final Pattern ENDPOINT = Pattern.compile("/futures/[a-z]+/([a-z_]+)");
    private static final Duration WINDOW = Duration.ofSeconds(10);
    private static final int USABLE = 180;

    private final Map<String, RequestBudget> budgets = new ConcurrentHashMap<>();
    private final Clock clock;

    GateLimits(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void beforeRequest(URI uri) {
        budget(uri).take(1);
    }

    @Override
    public void afterResponse(URI uri, HttpHeaders headers) {
        OptionalLong limit = HeaderNumber.of(headers, "X-Gate-RateLimit-Limit");
        OptionalLong remaining = HeaderNumber.of(headers, "X-Gate-RateLimit-Requests-Remain");
        if (limit.isPresent() && remaining.isPresent()) {
            budget(uri).correct(limit.getAsLong() - remaining.getAsLong());
        }
    }

    private RequestBudget budget(URI uri) {
        Matcher matcher = ENDPOINT.matcher(uri.getPath());
        String endpoint = matcher.find() ? matcher.group(1) : "other";
        return budgets.computeIfAbsent(
                endpoint, name -> new RequestBudget(name + " requests of these ten seconds", USABLE, WINDOW, clock));
    }
}
