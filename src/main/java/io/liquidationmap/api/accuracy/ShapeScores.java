package io.liquidationmap.api.accuracy;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.liquidationmap.accuracy.Measure;
import io.liquidationmap.accuracy.Metric;
import io.liquidationmap.accuracy.Scoreboard.MethodScores;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// How wrong it is where the levels lie.
@JsonInclude(JsonInclude.Include.NON_NULL)
record ShapeScores(
        @Schema(description = "How far the dollars within 30 % would have to be moved, percent of the price.") @Nullable SpreadEntry earthMoversDistancePct,

        @Schema(description = "Spearman correlation of the amounts in bins of 0.5 % within 20 %.") @Nullable SpreadEntry binRankCorrelation,

        @Schema(description = "Correlation of the densities within 20 %, less their blur over 2.5 %.") @Nullable SpreadEntry densityCorrelation,

        @Schema(
                description =
                        "Share of the ten heaviest true clusters within 20 % with one of the map's ten within 0.5 %"
                                + " of the price.")
        @Nullable SpreadEntry clusterHitRate,

        @Schema(
                description =
                        "Share of the true amounts in bins of 0.5 % in the map's band of nominally 80 %; only if the"
                                + " method gives bands.")
        @Nullable SpreadEntry binBandCoverage) {

    static ShapeScores of(MethodScores scores) {
        return new ShapeScores(
                SpreadEntry.of(scores, Metric.of(Measure.EARTH_MOVERS_DISTANCE_PCT)),
                SpreadEntry.of(scores, Metric.of(Measure.BIN_RANK_CORRELATION)),
                SpreadEntry.of(scores, Metric.of(Measure.DENSITY_CORRELATION)),
                SpreadEntry.of(scores, Metric.of(Measure.CLUSTER_HIT_RATE)),
                SpreadEntry.of(scores, Metric.of(Measure.BIN_BAND_COVERAGE)));
    }
}
