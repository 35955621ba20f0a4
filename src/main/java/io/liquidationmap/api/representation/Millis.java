package io.liquidationmap.api.representation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The second form in which answers give every instant.
public final class Millis {

    private Millis() {}

    /// Epoch milliseconds of an instant; null for none.
    public static @Nullable Long of(@Nullable Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }
}
