package io.liquidationmap.history;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Cooldowns in memory.
public final class InMemoryCooldowns implements Cooldowns {

    private final Map<String, Instant> byHost = new ConcurrentHashMap<>();

    @Override
    public Optional<Instant> until(String host) {
        return Optional.ofNullable(byHost.get(host));
    }

    @Override
    public void extend(String host, Instant until) {
        byHost.merge(host, until, (known, wanted) -> wanted.isAfter(known) ? wanted : known);
    }
}
