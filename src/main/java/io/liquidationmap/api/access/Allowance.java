package io.liquidationmap.api.access;

import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;

/// What a client may still do after a request.
///
/// @param policy what its limit is called
/// @param limit requests per period
/// @param period in which so many are answered
/// @param granted whether this request is answered
/// @param remaining requests that would be answered at once after it
/// @param untilNext how long until the next one is answered; zero where some remain
/// @param untilFull how long until the whole limit is at hand again
record Allowance(
        String policy,
        int limit,
        Duration period,
        boolean granted,
        long remaining,
        Duration untilNext,
        Duration untilFull) {

    private static final long NANOS_PER_SECOND = 1_000_000_000;

    static Allowance of(Client client, int limit, Duration period, ConsumptionProbe probe) {
        return new Allowance(
                client.policy(),
                limit,
                period,
                probe.isConsumed(),
                probe.getRemainingTokens(),
                Duration.ofNanos(probe.getNanosToWaitForRefill()),
                Duration.ofNanos(probe.getNanosToWaitForReset()));
    }

    /// Whole seconds after which it is worth asking again.
    long retryAfterSeconds() {
        return Math.max(1, wholeSeconds(untilNext));
    }

    /// Tells the client: in the fields of draft-ietf-httpapi-ratelimit-headers-10, and in those of its versions up to 6,
    /// which most clients know.
    void tell(HttpServletResponse response) {
        long reset = wholeSeconds(untilFull);
        response.setHeader("RateLimit-Policy", '"' + policy + "\";q=" + limit + ";w=" + period.toSeconds());
        response.setHeader("RateLimit", '"' + policy + "\";r=" + remaining + ";t=" + reset);
        response.setHeader("RateLimit-Limit", Integer.toString(limit));
        response.setHeader("RateLimit-Remaining", Long.toString(remaining));
        response.setHeader("RateLimit-Reset", Long.toString(reset));
    }

    private static long wholeSeconds(Duration duration) {
        return Math.ceilDiv(duration.toNanos(), NANOS_PER_SECOND);
    }
}
