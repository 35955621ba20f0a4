package io.liquidationmap.api.accuracy;

import io.liquidationmap.accuracy.forecast.ForecastScore.MethodScore;
import io.swagger.v3.oas.annotations.media.Schema;

/// How good one way of predicting has been.
record LiveMethod(
        @Schema(
                minimum = "-1",
                maximum = "1",
                description = "Spearman correlation of predicted and realised dollars over buckets and sides; null if"
                        + " either are all alike.")
        double rankCorrelation,

        @Schema(
                description = "Sum of the predicted dollars / sum of the realised ones: 2 is twice too much; null if"
                        + " nothing was realised.")
        double predictedToRealised) {

    static LiveMethod of(MethodScore score) {
        return new LiveMethod(score.spearman(), score.predictedToRealised());
    }
}
