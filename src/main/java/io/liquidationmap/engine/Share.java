package io.liquidationmap.engine;

/// A part of an amount.
///
/// @param name the leverage label or source it belongs to
/// @param usd US dollars
public record Share(String name, double usd) {}
