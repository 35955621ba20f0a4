package io.liquidationmap.ingestion.bybit;

import io.liquidationmap.ingestion.RefusedRows;
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
        @Nullable Double riskLimitValue,
        @Nullable Double maintenanceMargin,
        @Nullable Double initialMargin,
        @Nullable Double maxLeverage,
        @Nullable Double mmDeduction) {

    private static final double ROUNDING = 1.5;

    /// The largest position value.
    ///
    /// @throws IllegalArgumentException if there is none
    double cap() {
        return RefusedRows.required(riskLimitValue, "a risk limit");
    }

    /// The largest leverage.
    ///
    /// @throws IllegalArgumentException if there is none
    double leverage() {
        return RefusedRows.required(maxLeverage, "a largest leverage");
    }

    /// The maintenance margin as a fraction.
    ///
    /// @throws IllegalArgumentException if the initial margin and the leverage do not fit together in either unit, or if
    ///     one of them is missing
    double maintenanceRate() {
        return RefusedRows.required(maintenanceMargin, "a maintenance margin") / whole();
    }

    private double whole() {
        double product = RefusedRows.required(initialMargin, "an initial margin") * leverage();
        for (double whole : new double[] {1, 100}) {
            if (product > whole / ROUNDING && product < whole * ROUNDING) {
                return whole;
            }
        }
        throw new IllegalArgumentException(
                "initial margin " + initialMargin + " does not fit a leverage of " + maxLeverage);
    }
}
