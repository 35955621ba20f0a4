package io.liquidationmap.api.liquidations;

import io.liquidationmap.engine.context.Standing;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Where a ratio stands in its own past.
record StandingEntry(
        @Schema(example = "180", description = "How many days the window reaches back.")
        int windowDays,

        @Schema(description = "How many of them have a value to compare with.")
        int days,

        @Schema(description = "How many percent of them had a lower ratio; those with the same count half.") @Nullable Double percentile,

        @Schema(
                description = "Deviation of ln(ratio) from its median in robust standard deviations"
                        + " (1.4826 times the median absolute deviation); null where most days are the same.")
        @Nullable Double robustZ,

        @Schema(description = "The ratio that 10 % of the days were below.") @Nullable Double normalRatioLow,

        @Schema(description = "The ratio that 10 % of the days were above.") @Nullable Double normalRatioHigh,

        @Schema(description = "Why nothing is said; null where something is.") @Nullable String withheld) {

    static StandingEntry of(Standing standing) {
        Standing.Position position = standing.position();
        if (position == null) {
            return new StandingEntry(standing.windowDays(), standing.days(), null, null, null, null, reason(standing));
        }
        return new StandingEntry(
                standing.windowDays(),
                standing.days(),
                position.percentile(),
                position.robustZ().isPresent() ? position.robustZ().getAsDouble() : null,
                position.normalRatioLow(),
                position.normalRatioHigh(),
                null);
    }

    private static String reason(Standing standing) {
        return standing.days() < Standing.FEWEST_DAYS
                ? "needs " + Standing.FEWEST_DAYS + " days of history; there are " + standing.days()
                : "one side holds nothing, so there is no ratio to compare";
    }
}
