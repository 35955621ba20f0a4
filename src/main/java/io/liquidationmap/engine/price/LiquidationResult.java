package io.liquidationmap.engine.price;

import io.liquidationmap.market.MarginTier;
import java.util.OptionalDouble;

/// What becomes of a position as price moves against it.
public sealed interface LiquidationResult {

    /// The position can be held, and these are its limits.
    ///
    /// @param liquidation the first price, moving away from entry to the losing side, at which equity no longer exceeds
    ///     the maintenance margin; empty for a position that no price can liquidate
    /// @param bankruptcy the price at which equity is used up, after the closing fee where the formula charges one; at or
    ///     beyond the liquidation price; empty for a position that no price can bankrupt
    /// @param tier the margin tier that applies at the liquidation price; that of the entry where there is none
    record Limits(OptionalDouble liquidation, OptionalDouble bankruptcy, MarginTier tier)
            implements LiquidationResult {}

    /// The position would be liquidated as soon as it is opened: its margin does not exceed the maintenance margin at
    /// entry. Its leverage is more than its size allows.
    ///
    /// @param margin what is available, settlement currency; may be negative for cross margin
    /// @param maintenanceMargin what is needed at entry, settlement currency
    /// @param tier the margin tier at entry
    record DueAtEntry(double margin, double maintenanceMargin, MarginTier tier) implements LiquidationResult {}
}
