package io.liquidationmap.ingestion.gate;

import io.liquidationmap.ingestion.RefusedRows;
import io.liquidationmap.market.MarginSchedule.Step;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/// One margin tier; it begins where the one before ends.
///
/// @param riskLimit largest position value, currency of settlement
/// @param maintenanceRate share that must remain as margin
/// @param leverageMax largest leverage
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record RiskLimitTier(
        @Nullable Double riskLimit,
        @Nullable Double maintenanceRate,
        @Nullable Double leverageMax) {

    /// As a step of a schedule.
    ///
    /// @throws IllegalArgumentException if something is missing
    Step step() {
        return new Step(
                RefusedRows.required(riskLimit, "a risk limit"),
                RefusedRows.required(maintenanceRate, "a maintenance rate"),
                RefusedRows.required(leverageMax, "a largest leverage"));
    }
}
