package io.liquidationmap.ingestion.stream;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to wait before the next attempt: twice as long after each failure, up to a bound, and a random part of
/// that less, so that many who lost the same venue do not return in the same instant. For one thread at a time.
final class Backoff {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final int DOUBLINGS = 7;

    private final RandomGenerator random;
    private int failures;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    /// The wait after one more failure: from half to all of what is due.
    Duration next() {
        Duration due = SHORTEST.multipliedBy(1L << Math.min(failures, DOUBLINGS));
        failures++;
        long millis = Math.min(due.toMillis(), LONGEST.toMillis());
        return Duration.ofMillis(random.nextLong(millis / 2, millis + 1));
    }

    /// Begins anew after a success.
    void reset() {
        failures = 0;
    }
}
