package io.liquidationmap.engine;

import org.jspecify.annotations.Nullable;

/// An amount and how sure it is.
///
/// @param usd US dollars
/// @param band where the truth lies in four of five cases; null where nobody knows, as for the opened model
public record Estimate(double usd, @Nullable Band band) {}
