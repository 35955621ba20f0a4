package io.liquidationmap.api.accuracy;

import io.liquidationmap.accuracy.forecast.ForecastScore.Difference;
import io.swagger.v3.oas.annotations.media.Schema;

/// The difference of two rank correlations. Where its interval holds 0, none has been shown.
record LiveDifference(
        @Schema(description = "As found; null if either is unknown.")
        double rankCorrelation,

        @Schema(description = "Lower end of the 95 % interval, by blocks of 5 days; null if that is unknown.")
        double low,

        @Schema(description = "Upper end; null if that is unknown.")
        double high) {

    static LiveDifference of(Difference difference) {
        return new LiveDifference(difference.value(), difference.low(), difference.high());
    }
}
