package io.liquidationmap.engine;

import io.liquidationmap.market.Side;
import org.jspecify.annotations.Nullable;

/// A stretch of price that holds more liquidations than its surroundings.
///
/// @param side whose positions
/// @param low lower end, quote per coin
/// @param high upper end
/// @param peak the price at which they are densest
/// @param usd what is liquidated in the stretch, US dollars
/// @param band of that amount; null where none is claimed
/// @param distance from the current price to the peak, as a fraction of it; negative below
/// @param shareOfSide part of all the side's levels, in \[0, 1]
public record Cluster(
        Side side,
        double low,
        double high,
        double peak,
        double usd,
        @Nullable Band band,
        double distance,
        double shareOfSide) {

    Cluster withBand(Band known) {
        return new Cluster(side, low, high, peak, usd, known, distance, shareOfSide);
    }
}
