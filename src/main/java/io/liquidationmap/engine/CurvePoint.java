package io.liquidationmap.engine;

import org.jspecify.annotations.Nullable;

/// A point of a cumulative curve.
///
/// @param price quote per coin
/// @param usd everything liquidated between the current price and this one, US dollars
/// @param band of that amount; null where none is claimed
public record CurvePoint(double price, double usd, @Nullable Band band) {}
