package io.liquidationmap.simulation;

/// How much of its liquidations a venue publishes. The market behind the feed is the same whichever is chosen.
public enum LiquidationFeed {
    /// Every liquidation order.
    COMPLETE,
    /// Only the last liquidation order of each second.
    THROTTLED,
    /// Nothing: the bars' liquidations are unknown.
    NONE
}
