package io.liquidationmap.market;

/// One step of a margin schedule. Sizes are in the currency the contract settles in: quote currency for a linear
/// contract, coins for an inverse one.
///
/// @param floor smallest position value the tier applies to, inclusive
/// @param cap largest position value the tier applies to; infinite for the last tier
/// @param maintenanceMarginRate share of the position's value that must remain as margin, in (0, 1)
/// @param maintenanceAmount what is subtracted from `value × rate` so that the maintenance margin is continuous
///     across tiers; in settlement currency
/// @param maxLeverage largest leverage allowed in the tier, at least 1
public record MarginTier(
        double floor, double cap, double maintenanceMarginRate, double maintenanceAmount, double maxLeverage) {

    public MarginTier {
        if (!(floor >= 0) || !(cap > floor)) {
            throw new IllegalArgumentException("a margin tier's cap must exceed its floor, which is not negative");
        }
        if (!(maintenanceMarginRate > 0 && maintenanceMarginRate < 1)) {
            throw new IllegalArgumentException("a maintenance margin rate must lie between 0 and 1");
        }
        if (!Double.isFinite(maintenanceAmount) || !(maxLeverage >= 1) || Double.isInfinite(maxLeverage)) {
            throw new IllegalArgumentException("a tier needs a finite maintenance amount and a leverage of at least 1");
        }
    }
}
