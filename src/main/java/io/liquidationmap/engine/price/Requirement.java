package io.liquidationmap.engine.price;

import io.liquidationmap.market.MarginTier;

/// The margin that must be left over one stretch of values: `max(0, value × rate − amount) + value × feeRate`.
///
/// @param from smallest value it applies to
/// @param to largest value it applies to
/// @param tier where rate and amount come from
record Requirement(double from, double to, double rate, double amount, double feeRate, MarginTier tier) {

    static Requirement of(MarginTier tier, double feeRate) {
        return new Requirement(
                tier.floor(), tier.cap(), tier.maintenanceMarginRate(), tier.maintenanceAmount(), feeRate, tier);
    }

    /// The same amount at any value.
    static Requirement fixed(double amount, MarginTier tier) {
        return new Requirement(0, Double.POSITIVE_INFINITY, 0, -amount, 0, tier);
    }

    double at(double value) {
        return Math.max(0, value * rate - amount) + value * feeRate;
    }
}
