package io.liquidationmap.maps;

/// Between which prices a market moved.
///
/// @param low the lowest, US dollars per coin
/// @param high the highest
public record PriceSpan(double low, double high) {}
