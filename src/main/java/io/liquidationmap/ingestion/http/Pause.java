package io.liquidationmap.ingestion.http;

import java.time.Duration;

/// How a thread waits; in tests by moving the clock.
@FunctionalInterface
public interface Pause {

    /// Returns after this long, or at once if it is not positive.
    ///
    /// @throws InterruptedException if the thread is to end
    void of(Duration duration) throws InterruptedException;
}
