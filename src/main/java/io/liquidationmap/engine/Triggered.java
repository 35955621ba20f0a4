package io.liquidationmap.engine;

import io.liquidationmap.market.Side;
import java.util.List;

/// What is liquidated when price trades to a target.
///
/// @param price the target, quote per coin
/// @param side whose positions: short for a target above the current price, long for one at or below it
/// @param usd US dollars
/// @param byLeverage the amount by leverage label, ascending, cross last; without those that hold nothing
/// @param bySource the amount by source, in alphabetical order; without those that hold nothing
public record Triggered(double price, Side side, double usd, List<Share> byLeverage, List<Share> bySource) {

    public Triggered {
        byLeverage = List.copyOf(byLeverage);
        bySource = List.copyOf(bySource);
    }
}
