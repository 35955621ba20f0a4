package io.liquidationmap.engine;

/// A point of a cumulative curve.
///
/// @param price quote per coin
/// @param usd everything liquidated between the current price and this one, US dollars
public record CurvePoint(double price, double usd) {}
