package io.liquidationmap.api.stream;

/// What there is to be told, in the order in which a client is told it.
enum EventKind {
    /// The current price.
    PRICE,
    /// The map, or what changed of it.
    MAP,
    /// Up against down.
    IMBALANCE,
    /// A position that was force-closed.
    LIQUIDATION
}
