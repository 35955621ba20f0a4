package io.liquidationmap.api.accuracy;

import io.liquidationmap.accuracy.Metric;
import io.liquidationmap.accuracy.Scoreboard.MethodScores;
import io.liquidationmap.accuracy.Spread;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A score over several worlds.
record SpreadEntry(
        @Schema(description = "Of the world in the middle, in the unit of the score.")
        double median,

        @Schema(description = "Of the lowest world.") double low,
        @Schema(description = "Of the highest world.") double high) {

    /// A score of a method; null if it does not apply to it.
    static @Nullable SpreadEntry of(MethodScores scores, Metric metric) {
        return scores.spread(metric).map(SpreadEntry::of).orElse(null);
    }

    private static SpreadEntry of(Spread spread) {
        return new SpreadEntry(spread.median(), spread.low(), spread.high());
    }
}
