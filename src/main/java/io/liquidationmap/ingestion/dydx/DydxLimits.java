package io.liquidationmap.ingestion.dydx;

import io.liquidationmap.ingestion.http.HeaderNumber;
import io.liquidationmap.ingestion.http.Pause;
import io.liquidationmap.ingestion.http.RequestPace;
import io.liquidationmap.ingestion.http.TrafficRules;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.http.HttpHeaders;

/// The documented limit, 100 requests in ten seconds per address, of which a tenth is left to others behind it; where they
/// use more, which the headers tell, nothing is asked for until the ten seconds are over.
final class DydxLimits implements TrafficRules {

    private static final Duration WINDOW = Duration.ofSeconds(10);

    private final RequestPace pace;
    private final Clock clock;

    DydxLimits(Clock clock, Pause pause) {
        this.pace = new RequestPace("requests", 90, WINDOW, clock, pause);
        this.clock = clock;
    }

    @Override
    public void beforeRequest(URI uri) {
        pace.await();
    }

    @Override
    public void afterResponse(URI uri, HttpHeaders headers) {
        OptionalLong limit = HeaderNumber.of(headers, "RateLimit-Limit");
        OptionalLong remaining = HeaderNumber.of(headers, "RateLimit-Remaining");
        OptionalLong reset = HeaderNumber.of(headers, "RateLimit-Reset");
        if (limit.isPresent() && remaining.isPresent() && remaining.getAsLong() < limit.getAsLong() / 10) {
            pace.hold(untilReset(reset));
        }
    }

    /// A time that is further away than a window is long is not believed.
    private Duration untilReset(OptionalLong resetMillis) {
        if (resetMillis.isEmpty()) {
            return WINDOW;
        }
        Duration until = Duration.between(clock.instant(), Instant.ofEpochMilli(resetMillis.getAsLong()));
        return until.compareTo(WINDOW) > 0 ? WINDOW : until;
    }

    /// What the venue itself sends beside its counts is in milliseconds; what something in front of it sends has none
    /// and is in seconds.
    @Override
    public Optional<Duration> retryAfter(int status, HttpHeaders headers) {
        OptionalLong millis = HeaderNumber.of(headers, HttpHeaders.RETRY_AFTER);
        return millis.isPresent() && headers.containsHeader("RateLimit-Limit")
                ? Optional.of(Duration.ofMillis(millis.getAsLong()))
                : TrafficRules.super.retryAfter(status, headers);
    }
}
