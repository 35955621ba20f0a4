package io.liquidationmap.maps;

import io.liquidationmap.market.Side;

/// A heavy level: a price range in which much more would be liquidated than around it.
///
/// @param side which positions
/// @param low lower edge of the range
/// @param peak price at which it is heaviest
/// @param high upper edge of the range
/// @param usd amount in the range
/// @param distancePct from the current price to the peak, in percent of the current price; negative below
/// @param shareOfSidePct part of everything on its side, in percent
public record Cluster(
        Side side, double low, double peak, double high, double usd, double distancePct, double shareOfSidePct) {}
