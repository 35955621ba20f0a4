package io.liquidationmap.api.liquidations;

import io.liquidationmap.api.representation.Unknown;
import io.liquidationmap.engine.context.Condition;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// One of the conditions for being called crowded.
record ConditionEntry(
        @Schema(
                description = "What is compared: the percentile of the 180 days; what lies within 10 % on the crowded"
                        + " side, in percent of open interest; an end of the band of the ratio.",
                allowableValues = {
                    "percentile-at-least",
                    "percentile-at-most",
                    "share-of-open-interest-at-least",
                    "ratio-low-above",
                    "ratio-high-below"
                })
        String condition,

        @Schema(description = "With what it is compared.") double threshold,

        @Schema(description = "What it is; null if unknown.") @Nullable Double value,

        @Schema(description = "Whether the condition holds; null if that is unknown.") @Nullable Boolean met) {

    static ConditionEntry of(Condition condition) {
        return new ConditionEntry(
                ImbalanceInContext.kebab(condition.kind()),
                condition.threshold(),
                Unknown.asNull(condition.value()),
                switch (condition.outcome()) {
                    case MET -> true;
                    case NOT_MET -> false;
                    case UNKNOWN -> null;
                });
    }
}
