package io.liquidationmap.maps;

import io.liquidationmap.engine.Imbalance;
import org.jspecify.annotations.Nullable;

/// Shorts above the price against longs below it, out to one distance.
///
/// @param distancePct how far, in percent of the price; null for the ends of the map
/// @param imbalance the amounts and the prices they reach to
public record DistanceImbalance(@Nullable Double distancePct, Imbalance imbalance) {}
