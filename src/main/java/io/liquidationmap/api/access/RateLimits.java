package io.liquidationmap.api.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.liquidationmap.api.ApiProperties;
import io.liquidationmap.api.ApiProperties.RateLimit;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/// Counts requests in one bucket of tokens per key and per address, in the memory of this instance. A bucket nobody
/// drew from for a period is full again and can be forgotten; beyond a hundred thousand, the least used go before that,
/// so that many addresses cost no more memory than few.
@Component
class RateLimits {

    private static final int MOST_BUCKETS = 100_000;

    private final RateLimit limit;
    private final TimeMeter time;
    private final Cache<Client, Bucket> buckets;

    RateLimits(ApiProperties properties, InstantSource clock) {
        this.limit = properties.rateLimit();
        this.time = new ClockTime(clock);
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST_BUCKETS)
                .expireAfterAccess(limit.period())
                .ticker(time::currentTimeNanos)
                .build();
    }

    /// Counts a request.
    ///
    /// @return what the client may do by that; empty where nothing limits it
    Optional<Allowance> count(Client client) {
        int requests = switch (client) {
            case Client.WithKey _ -> limit.requestsPerKey();
            case Client.AtAddress _ -> limit.requestsPerAddress();
        };
        if (requests == 0) {
            return Optional.empty();
        }
        Bucket bucket = buckets.get(client, _ -> full(requests));
        return Optional.of(Allowance.of(client, requests, limit.period(), bucket.tryConsumeAndReturnRemaining(1)));
    }

    private Bucket full(int requests) {
        return Bucket.builder()
                .withCustomTimePrecision(time)
                .addLimit(tokens -> tokens.capacity(requests).refillGreedy(requests, limit.period()))
                .build();
    }

    /// The service's clock, as the buckets want it.
    private record ClockTime(InstantSource clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return TimeUnit.MILLISECONDS.toNanos(clock.millis());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
