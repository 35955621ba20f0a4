package io.liquidationmap.ingestion.bitget;

import io.liquidationmap.ingestion.RefusedRows;
import io.liquidationmap.market.MarginSchedule.Step;
import org.jspecify.annotations.Nullable;

/// One margin tier.
///
/// @param endUnit largest position value, for a linear contract in its quote currency
/// @param leverage largest leverage
/// @param keepMarginRate share that must remain as margin
record PositionTier(
        @Nullable Double endUnit,
        @Nullable Double leverage,
        @Nullable Double keepMarginRate) {

    /// As a step of a schedule.
    ///
    /// @throws IllegalArgumentException if something is missing
    Step step() {
        return new Step(
                RefusedRows.required(endUnit, "an end"),
                RefusedRows.required(keepMarginRate, "a maintenance margin"),
                RefusedRows.required(leverage, "a largest leverage"));
    }
}
