package io.liquidationmap.ingestion.binance;

import io.liquidationmap.ingestion.http.RequestBudget;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/// What requests weigh, and how much of it a minute has room for: 2,400 per address at each host, of which a tenth is left
/// to others behind the same address. The host counts along in a response header.
final class RequestWeight {

    private static final Pattern LIMIT = Pattern.compile("(?:^|&)limit=([0-9]{1,6})");
    private static final int PRICES = 10;

    private final RequestBudget budget;

    RequestWeight(Clock clock) {
        budget = new RequestBudget("request weight of this minute", 2160, Duration.ofMinutes(1), clock);
    }

    /// Sets the weight of a request aside.
    void take(URI uri) {
        budget.take(of(uri));
    }

    /// Believes the host's own count.
    void correct(HttpHeaders headers) {
        String used = headers.getFirst("X-MBX-USED-WEIGHT-1M");
        if (used != null && used.matches("[0-9]{1,9}")) {
            budget.correct(Long.parseLong(used));
        }
    }

    private static int of(URI uri) {
        String path = uri.getPath();
        if (path.endsWith("lines")) {
            return ofKlines(uri.getQuery());
        }
        return path.endsWith("/premiumIndex") ? PRICES : 1;
    }

    private static int ofKlines(@Nullable String query) {
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
