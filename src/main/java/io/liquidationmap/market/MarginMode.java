package io.liquidationmap.market;

/// Which margin stands behind a position.
public enum MarginMode {
    /// The whole account's, shared with its other positions.
    CROSS,
    /// The position's own and nothing else.
    ISOLATED
}
