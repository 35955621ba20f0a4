package io.liquidationmap.api.accuracy;

import io.liquidationmap.accuracy.forecast.ForecastScore;
import io.liquidationmap.accuracy.forecast.LiveScore;
import io.liquidationmap.api.query.Choice;
import io.liquidationmap.api.representation.Millis;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How good the maps of one instrument have been, by what was force-closed after them.
@Schema(name = "LiveScore")
record LiveEntry(
        @Schema(example = "binance") String venue,
        @Schema(example = "BTCUSDT") String instrument,

        @Schema(description = "Whether the venue is a simulated one.")
        boolean simulated,

        @Schema(example = "1h", description = "Length of the stretches of time that were predicted.")
        String bucket,

        @Schema(
                description =
                        "How many of them are in the sample: predicted, with known liquidations and a naive word.")
        long buckets,

        @Schema(description = "How many a score needs.") long leastBuckets,

        @Schema(description = "Beginning of the first bucket; null while there is no score.") @Nullable Instant from,

        @Nullable Long fromMs,

        @Schema(description = "End of the last bucket; null while there is no score.") @Nullable Instant to,

        @Nullable Long toMs,

        @Schema(description = "Of the maps in the sample, in alphabetical order.")
        List<String> modelVersions,

        @Schema(
                allowableValues = {"complete", "throttled"},
                description = "How much of its liquidations the venue publishes, of the least complete part of the"
                        + " sample; null if that is not known. Of a throttled feed amounts are lower bounds.")
        @Nullable String completeness,

        @Schema(description = "The map; null while there is no score.") @Nullable LiveMethod map,

        @Schema(
                description =
                        "Open interest and how far price went, fitted to earlier months; null while there is no score.")
        @Nullable LiveMethod naive,

        @Schema(description = "The map with up and down exchanged, which cannot know; null while there is no score.")
        @Nullable LiveMethod control,

        @Schema(description = "Rank correlation of the map less that of the naive model: what the map adds.") @Nullable LiveDifference mapMinusNaive,

        @Schema(description = "The same of the control.") @Nullable LiveDifference controlMinusNaive,

        @Schema(
                example = "120 buckets are too few, 360 are needed",
                description = "Why there is no score; null where there is one.")
        @Nullable String unknownBecause) {

    static LiveEntry of(LiveScore live) {
        ForecastScore score = live.score();
        Instant from = score == null ? null : score.from();
        Instant to = score == null ? null : score.to();
        return new LiveEntry(
                live.instrument().venue().name(),
                live.instrument().symbol(),
                live.simulated(),
                live.bucket().toString(),
                live.buckets(),
                live.leastBuckets(),
                from,
                Millis.of(from),
                to,
                Millis.of(to),
                live.modelVersions(),
                live.completeness() == null ? null : Choice.nameOf(live.completeness()),
                score == null ? null : LiveMethod.of(score.map()),
                score == null ? null : LiveMethod.of(score.naive()),
                score == null ? null : LiveMethod.of(score.control()),
                score == null ? null : LiveDifference.of(score.skill()),
                score == null ? null : LiveDifference.of(score.controlSkill()),
                unknownBecause(live));
    }

    private static @Nullable String unknownBecause(LiveScore live) {
        ForecastScore score = live.score();
        if (score == null) {
            return live.buckets() + " buckets are too few, " + live.leastBuckets() + " are needed";
        }
        return Double.isNaN(score.skill().value()) ? "amounts that are all alike cannot be ranked" : null;
    }
}
