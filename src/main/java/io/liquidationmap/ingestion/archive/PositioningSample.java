package io.liquidationmap.ingestion.archive;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How the market was positioned at one instant, as far as the venue says; nothing about it is checked yet.
///
/// @param at when it was so, whatever the venue's label of the row means
/// @param openInterest coins, counted once
/// @param longShortRatio accounts long / accounts short
/// @param topAccountRatio the same among top traders
/// @param topPositionRatio size held long / size held short by top traders
public record PositioningSample(
        Instant at,
        @Nullable Double openInterest,
        @Nullable Double longShortRatio,
        @Nullable Double topAccountRatio,
        @Nullable Double topPositionRatio) {

    /// The open interest alone.
    public static PositioningSample openInterest(Instant at, double coins) {
        return new PositioningSample(at, coins, null, null, null);
    }
}
