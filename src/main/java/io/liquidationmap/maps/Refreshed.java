package io.liquidationmap.maps;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Something stored, looked up again when it has become old. Whoever finds it old looks it up and waits for the store;
/// all others go on with what is known meanwhile, so that a store that is slow for a moment does not stop every answer,
/// most of which are ready. Safe for use by several threads.
///
/// @param <T> what is stored
final class Refreshed<T> {

    /// How much older than old it may become while somebody looks it up.
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Supplier<T> store;
    private final Ticker ticker;
    private final long age;
    private final Lock looking = new ReentrantLock();
    private volatile @Nullable Known<T> known;

    /// @param age when it is old; zero for always, and then nobody gets what somebody else has looked up
    /// @param store looks it up
    Refreshed(Duration age, Supplier<T> store) {
        this(age, store, Ticker.systemTicker());
    }

    Refreshed(Duration age, Supplier<T> store, Ticker ticker) {
        this.age = age.toNanos();
        this.store = store;
        this.ticker = ticker;
    }

    /// As it was stored when it was looked up.
    T get() {
        if (age == 0) {
            return store.get();
        }
        Known<T> before = known;
        if (before != null && isYoungerThan(age, before)) {
            return before.value;
        }
        if (before == null || !isYoungerThan(age + PATIENCE.toNanos(), before)) {
            looking.lock();
        } else if (!looking.tryLock()) {
            return before.value;
        }
        try {
            return lookUp();
        } finally {
            looking.unlock();
        }
    }

    private T lookUp() {
        Known<T> meanwhile = known;
        if (meanwhile != null && isYoungerThan(age, meanwhile)) {
            return meanwhile.value;
        }
        long now = ticker.read();
        T value = store.get();
        known = new Known<>(value, now);
        return value;
    }

    private boolean isYoungerThan(long nanos, Known<T> what) {
        return ticker.read() - what.nanos < nanos;
    }

    /// @param nanos when it began to be looked up
    private record Known<T>(T value, long nanos) {}
}
