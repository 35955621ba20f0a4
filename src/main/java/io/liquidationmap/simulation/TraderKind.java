package io.liquidationmap.simulation;

/// The kinds of traders that hold positions for their own reasons. Market makers are not among them: they take the
/// other side of whatever these leave unbalanced.
public enum TraderKind {
    /// Small accounts: short holding times, high nominal leverage, trend-chasing.
    RETAIL,
    /// Positions held for days at moderate leverage.
    SWING,
    /// Few very large accounts at low leverage.
    WHALE,
    /// Carry traders who hold the coin against the contract and are never liquidated.
    HEDGER
}
