package io.liquidationmap.ingestion.binance;

import io.liquidationmap.ingestion.http.RequestBudget;
import io.liquidationmap.ingestion.http.TrafficRules;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/// The documented limits per address: 2,400 of weight a minute, counted in a response header; 1,000 requests in five
/// minutes for statistics; 500 in five minutes for funding. A tenth of each is left to others behind the same address.
final class BinanceLimits implements TrafficRules {

    private static final Pattern LIMIT = Pattern.compile("(?:^|&)limit=([0-9]{1,6})");
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    private final RequestBudget weight;
    private final RequestBudget statistics;
    private final RequestBudget funding;

    BinanceLimits(Clock clock) {
        weight = new RequestBudget("request weight of this minute", 2160, Duration.ofMinutes(1), clock);
        statistics = new RequestBudget("statistics requests of these five minutes", 900, FIVE_MINUTES, clock);
        funding = new RequestBudget("funding requests of these five minutes", 450, FIVE_MINUTES, clock);
    }

    @Override
    public void beforeRequest(URI uri) {
        String path = uri.getPath();
        if (path.startsWith("/futures/data/")) {
            statistics.take(1);
        } else if (path.equals("/fapi/v1/fundingRate")) {
            funding.take(1);
        } else {
            weight.take(path.endsWith("lines") ? klinesWeight(uri.getQuery()) : 1);
        }
    }

    @Override
    public void afterResponse(URI uri, HttpHeaders headers) {
        String used = headers.getFirst("X-MBX-USED-WEIGHT-1M");
        if (used != null && used.matches("[0-9]{1,9}")) {
            weight.correct(Long.parseLong(used));
        }
    }

    private static int klinesWeight(@Nullable String query) {
        Matcher matcher = LIMIT.matcher(query == null ? "" : query);
        int limit = matcher.find() ? Integer.parseInt(matcher.group(1)) : 500;
        if (limit < 100) {
            return 1;
        }
        if (limit < 500) {
            return 2;
        }
        return limit <= 1000 ? 5 : 10;
    }
}
