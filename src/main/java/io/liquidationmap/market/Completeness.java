package io.liquidationmap.market;

/// How much of what is liquidated a venue makes public.
public enum Completeness {
    /// Every liquidation.
    COMPLETE,
    /// A sample, such as the last order of each second: its sums are lower bounds.
    THROTTLED,
    /// Nothing, or nothing that was listened to.
    NONE
}
