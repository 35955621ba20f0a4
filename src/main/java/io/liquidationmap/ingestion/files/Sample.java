package io.liquidationmap.ingestion.files;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What was known of the open positions at one moment.
///
/// @param line where it stands in its file
/// @param at the moment
/// @param openInterest coins, counted once
/// @param longShortRatio accounts that are net long / accounts that are net short
/// @param topAccountRatio the same among top traders
/// @param topPositionRatio size held long / size held short by top traders
record Sample(
        long line,
        Instant at,
        @Nullable Double openInterest,
        @Nullable Double longShortRatio,
        @Nullable Double topAccountRatio,
        @Nullable Double topPositionRatio) {

    /// The same at another moment.
    Sample at(Instant moment) {
        return new Sample(line, moment, openInterest, longShortRatio, topAccountRatio, topPositionRatio);
    }
}
