package io.liquidationmap.api.accuracy;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.liquidationmap.accuracy.Measure;
import io.liquidationmap.accuracy.Metric;
import io.liquidationmap.accuracy.Scoreboard.MethodScores;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How wrong shorts above against longs below, out to one distance, are.
@JsonInclude(JsonInclude.Include.NON_NULL)
record ImbalanceScores(
        @Schema(description = "How far from the price, percent.")
        int distancePct,

        @Schema(description = "Mean |ln(up / down) - true ln(up / down)|.") @Nullable SpreadEntry logError,

        @Schema(description = "Spearman correlation over time with the true ln(up / down).") @Nullable SpreadEntry rankCorrelation,

        @Schema(description = "Share of truths in the map's band of nominally 80 %; only if the method gives bands.")
        @Nullable SpreadEntry bandCoverage) {

    static List<ImbalanceScores> of(MethodScores scores) {
        return Measure.IMBALANCE_LOG_ERROR.distancesPct().stream()
                .map(distancePct -> of(scores, distancePct))
                .toList();
    }

    private static ImbalanceScores of(MethodScores scores, int distancePct) {
        return new ImbalanceScores(
                distancePct,
                SpreadEntry.of(scores, Metric.at(Measure.IMBALANCE_LOG_ERROR, distancePct)),
                SpreadEntry.of(scores, Metric.at(Measure.IMBALANCE_RANK_CORRELATION, distancePct)),
                SpreadEntry.of(scores, Metric.at(Measure.IMBALANCE_BAND_COVERAGE, distancePct)));
    }
}
