package io.liquidationmap.ingestion.bybit;

import org.jspecify.annotations.Nullable;

/// A margin tier. Its rates are written in percent or as fractions: what they mean shows in that the initial margin at
/// the largest leverage is the whole.
///
/// @param riskLimitValue largest position value, in the currency the contract settles in
/// @param maintenanceMargin share that must remain as margin
/// @param initialMargin share needed to open
/// @param maxLeverage largest leverage
/// @param mmDeduction what is subtracted from the maintenance margin, settlement currency; empty in the smallest tier
record RiskLimitRow(
        String symbol,
        double riskLimitValue,
        double maintenanceMargin,
        double initialMargin,
        double maxLeverage,
        @Nullable Double mmDeduction) {

    private static final double ROUNDING = 1.5;

    /// The maintenance margin as a fraction.
    ///
    /// @throws IllegalArgumentException if the initial margin and the leverage do not fit together in either unit
    double maintenanceRate() {
        return maintenanceMargin / whole();
    }

    private double whole() {
        double product = initialMargin * maxLeverage;
        for (double whole : new double[] {1, 100}) {
            if (product > whole / ROUNDING && product < whole * ROUNDING) {
                return whole;
            }
        }
        throw new IllegalArgumentException(
                "initial margin " + initialMargin + " does not fit a leverage of " + maxLeverage);
    }
}
