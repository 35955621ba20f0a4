package io.liquidationmap.engine.context;

/// What an imbalance may be called.
public enum Label {
    /// Unusually many shorts would be liquidated by a rise, and enough of them to matter.
    CROWDED_SHORTS,
    /// The same, as on at most one day in forty.
    EXTREMELY_CROWDED_SHORTS,
    /// Unusually many longs would be liquidated by a fall, and enough of them to matter.
    CROWDED_LONGS,
    /// The same, as on at most one day in forty.
    EXTREMELY_CROWDED_LONGS,
    /// The error of the estimate is wider than the difference between the sides.
    BALANCED_WITHIN_ERROR,
    /// None of these.
    NEUTRAL
}
