package io.liquidationmap.maps;

/// Which account of the open positions a map shows.
public enum Model {
    /// Positions also close by themselves: each side of the map sums to open interest.
    CONSERVED,
    /// The popular map, for comparison with other sites: levels stay until price passes through them.
    OPENED
}
