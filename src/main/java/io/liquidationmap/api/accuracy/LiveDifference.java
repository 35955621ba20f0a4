package io.liquidationmap.api.accuracy;

import io.liquidationmap.accuracy.forecast.ForecastScore.Difference;
import io.liquidationmap.api.representation.Unknown;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The difference of two rank correlations. Where its interval holds 0, none has been shown.
record LiveDifference(
        @Schema(description = "As found; null if either is unknown.") @Nullable Double rankCorrelation,

        @Schema(description = "Lower end of the 95 % interval, by blocks of 5 days; null if that is unknown.") @Nullable Double low,

        @Schema(description = "Upper end; null if that is unknown.") @Nullable Double high) {

    static LiveDifference of(Difference difference) {
        return new LiveDifference(
                Unknown.asNull(difference.value()),
                Unknown.asNull(difference.low()),
                Unknown.asNull(difference.high()));
    }
}
