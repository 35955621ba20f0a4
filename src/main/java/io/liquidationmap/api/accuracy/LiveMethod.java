package io.liquidationmap.api.accuracy;

import io.liquidationmap.accuracy.forecast.ForecastScore.MethodScore;
import io.liquidationmap.api.representation.Unknown;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// How good one way of predicting has been.
record LiveMethod(
        @Schema(
                minimum = "-1",
                maximum = "1",
                description = "Spearman correlation of predicted and realised dollars over buckets and sides; null if"
                        + " either are all alike.")
        @Nullable Double rankCorrelation,

        @Schema(
                description = "Sum of the predicted dollars / sum of the realised ones: 2 is twice too much; null if"
                        + " nothing was realised.")
        @Nullable Double predictedToRealised) {

    static LiveMethod of(MethodScore score) {
        return new LiveMethod(Unknown.asNull(score.spearman()), Unknown.asNull(score.predictedToRealised()));
    }
}
