package io.liquidationmap.api.stream;

import io.liquidationmap.api.representation.Millis;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Some liquidations are not told.
record GapEvent(
        @Schema(
                description = "When the first of those that are not told happened; null if that is not known. What was"
                        + " liquidated from then on, /api/liquidations/realised says.")
        @Nullable Instant from,

        @Nullable Long fromMs,

        @Schema(description = "None of them happened later.")
        Instant to,

        long toMs) {

    /// Those that happened from then till then are not told, or not all of them.
    static GapEvent of(Instant from, Instant to) {
        return new GapEvent(from, Millis.of(from), to, to.toEpochMilli());
    }

    /// Nobody knows how much is not told.
    static GapEvent unknown(Instant now) {
        return new GapEvent(null, null, now, now.toEpochMilli());
    }
}
