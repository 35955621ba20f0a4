package io.liquidationmap.api.accuracy;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.liquidationmap.accuracy.Measure;
import io.liquidationmap.accuracy.Metric;
import io.liquidationmap.accuracy.Scoreboard.MethodScores;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How wrong the amounts out to one distance are.
@JsonInclude(JsonInclude.Include.NON_NULL)
record AmountScores(
        @Schema(description = "How far from the price, percent.")
        int distancePct,

        @Schema(description = "exp(mean |ln(estimate / truth)|) over sides and maps: 2 is a factor of two off.")
        @Nullable SpreadEntry factorError,

        @Schema(description = "Mean ln(estimate / truth): positive where the map says too much.") @Nullable SpreadEntry logBias,

        @Schema(description = "Share of truths in the map's band of nominally 80 %; only if the method gives bands.")
        @Nullable SpreadEntry bandCoverage) {

    static List<AmountScores> of(MethodScores scores) {
        return Measure.FACTOR_ERROR.distancesPct().stream()
                .map(distancePct -> of(scores, distancePct))
                .toList();
    }

    private static AmountScores of(MethodScores scores, int distancePct) {
        return new AmountScores(
                distancePct,
                SpreadEntry.of(scores, Metric.at(Measure.FACTOR_ERROR, distancePct)),
                SpreadEntry.of(scores, Metric.at(Measure.LOG_BIAS, distancePct)),
                SpreadEntry.of(scores, Metric.at(Measure.BAND_COVERAGE, distancePct)));
    }
}
