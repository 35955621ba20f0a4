package io.liquidationmap.ingestion.bybit;

import io.liquidationmap.ingestion.VenueBusyException;
import io.liquidationmap.ingestion.http.Pause;
import io.liquidationmap.ingestion.http.RequestPace;
import io.liquidationmap.ingestion.http.TrafficRules;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/// The documented limit per address, 600 requests in five seconds, of which a tenth is left to others behind it; and
/// what the headers say of the limit of an endpoint. Who goes on is shut out for ten minutes.
final class BybitLimits implements TrafficRules {

    /// The windows of endpoints are a second long; a header that says much more is not believed.
    private static final Duration LONGEST_HOLD = Duration.ofSeconds(10);

    private final RequestPace pace;
    private final Clock clock;
    private final AtomicReference<Instant> heldUntil = new AtomicReference<>(Instant.EPOCH);

    BybitLimits(Clock clock, Pause pause) {
        this.pace = new RequestPace("requests to Bybit", 540, Duration.ofSeconds(5), clock, pause);
        this.clock = clock;
    }

    @Override
    public void beforeRequest(URI uri) {
        Instant now = clock.instant();
        Instant until = heldUntil.get();
        if (now.isBefore(until)) {
            throw new VenueBusyException("the limit of an endpoint is used up", Duration.between(now, until));
        }
        pace.await();
    }

    @Override
    public void afterResponse(URI uri, HttpHeaders headers) {
        if (!"0".equals(headers.getFirst("X-Bapi-Limit-Status"))) {
            return;
        }
        Instant longest = clock.instant().plus(LONGEST_HOLD);
        Instant reset = resetTime(headers.getFirst("X-Bapi-Limit-Reset-Timestamp"));
        heldUntil.set(reset == null || reset.isAfter(longest) ? longest : reset);
    }

    private static @Nullable Instant resetTime(@Nullable String millis) {
        return millis != null && millis.matches("[0-9]{1,15}") ? Instant.ofEpochMilli(Long.parseLong(millis)) : null;
    }
}
