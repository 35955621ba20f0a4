package io.liquidationmap.ingestion.bitmex;

import io.liquidationmap.ingestion.http.HeaderNumber;
import io.liquidationmap.ingestion.http.RequestBudget;
import io.liquidationmap.ingestion.http.TrafficRules;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;

/// The documented limit of callers without a key, 30 requests a minute, of which some are left to others behind the same
/// address; the headers count them. A third is kept for what is asked of all contracts at once, their present state and
/// their newest bars: what is asked of one can wait, and open interest that is not read when a bar ends is lost.
final class BitmexLimits implements TrafficRules {

    private static final Pattern OF_ONE = Pattern.compile("(?:^|&)symbol=");
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int USABLE = 27;
    private static final int USABLE_FOR_ONE = 17;

    private final RequestBudget all;
    private final RequestBudget ofOne;

    BitmexLimits(Clock clock) {
        all = new RequestBudget("this minute's budget", USABLE, MINUTE, clock);
        ofOne = new RequestBudget("this minute's budget for single contracts", USABLE_FOR_ONE, MINUTE, clock);
    }

    @Override
    public void beforeRequest(URI uri) {
        if (uri.getQuery() != null && OF_ONE.matcher(uri.getQuery()).find()) {
            ofOne.take(1);
        }
        all.take(1);
    }

    @Override
    public void afterResponse(URI uri, HttpHeaders headers) {
        OptionalLong limit = HeaderNumber.of(headers, "x-ratelimit-limit");
        OptionalLong remaining = HeaderNumber.of(headers, "x-ratelimit-remaining");
        if (limit.isPresent() && remaining.isPresent()) {
            all.correct(limit.getAsLong() - remaining.getAsLong());
        }
    }
}
