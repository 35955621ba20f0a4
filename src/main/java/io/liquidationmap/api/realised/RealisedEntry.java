package io.liquidationmap.api.realised;

import io.liquidationmap.api.query.Choice;
import io.liquidationmap.maps.Realised;
import io.liquidationmap.market.Interval;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One side of one venue in one step.
record RealisedEntry(
        @Schema(description = "Beginning of the step.") Instant from,
        long fromMs,

        @Schema(description = "Its end.") Instant to,
        long toMs,
        @Schema(example = "binance") String venue,

        @Schema(
                allowableValues = {"long", "short"},
                description = "Whose positions were closed: a liquidated long was sold.")
        String side,

        @Schema(
                description = "What is known to have been liquidated, US dollars; null if nothing is known. Less than"
                        + " all of it where completeness is throttled or coveredPct below 100.")
        @Nullable Double usd,

        @Schema(description = "How many liquidations that is; null where only their sum is known.") @Nullable Long events,

        @Schema(
                allowableValues = {"complete", "throttled", "none"},
                description = "How much of what happens the source tells: all, a sample, or nothing. What bars state"
                        + " counts as all.")
        String completeness,

        @Schema(description = "How much of the step is known of, over the venue's instruments, percent.")
        double coveredPct,

        @Schema(
                allowableValues = {"events", "bars", "mixed"},
                description = "events: single liquidations as they were streamed. bars: sums that the venue, or an"
                        + " imported file, states for whole bars. null if nothing is known.")
        @Nullable String source) {

    static RealisedEntry of(Realised.Step step, Interval length) {
        Instant to = step.from().plus(length.duration());
        Realised.Source source = step.source();
        return new RealisedEntry(
                step.from(),
                step.from().toEpochMilli(),
                to,
                to.toEpochMilli(),
                step.venue().name(),
                Choice.nameOf(step.side()),
                step.usd(),
                step.events(),
                Choice.nameOf(step.completeness()),
                step.coveredPct(),
                source == null ? null : Choice.nameOf(source));
    }
}
