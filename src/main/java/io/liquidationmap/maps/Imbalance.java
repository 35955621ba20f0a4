package io.liquidationmap.maps;

import io.liquidationmap.market.Side;
import org.jspecify.annotations.Nullable;

/// Shorts above the price against longs below it, out to one distance.
///
/// @param distancePct how far, in percent of the price; null for the ends of the map
/// @param upUsd shorts liquidated by a rise that far
/// @param downUsd longs liquidated by a fall that far
/// @param ratio up / down; null where there is nothing below
/// @param dominantSide the side with more at stake; null where both are empty or equal
public record Imbalance(
        @Nullable Double distancePct,
        double upUsd,
        double downUsd,
        @Nullable Double ratio,
        @Nullable Side dominantSide) {}
