package io.liquidationmap.ingestion.gate;

import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/// One margin tier; it begins where the one before ends.
///
/// @param riskLimit largest position value, currency of settlement
/// @param maintenanceRate share that must remain as margin
/// @param leverageMax largest leverage
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record RiskLimitTier(double riskLimit, double maintenanceRate, double leverageMax) {}
