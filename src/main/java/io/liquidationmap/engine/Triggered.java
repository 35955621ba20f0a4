package io.liquidationmap.engine;

import io.liquidationmap.market.Side;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is liquidated when price trades to a target.
///
/// @param price the target, quote per coin
/// @param side whose positions: short for a target above the current price, long for one at or below it
/// @param usd what has its level there, US dollars: the exposure
/// @param band of that amount; null where none is claimed
/// @param forced what of it would really be force-closed, the rest being closed by stop-loss or by hand, or topped up,
///     on the way; null where no band is claimed
/// @param byLeverage the amount by leverage label, ascending, cross last; without those that hold nothing
/// @param bySource the amount by source, in alphabetical order; without those that hold nothing
public record Triggered(
        double price,
        Side side,
        double usd,
        @Nullable Band band,
        @Nullable Estimate forced,
        List<Share> byLeverage,
        List<Share> bySource) {

    public Triggered {
        byLeverage = List.copyOf(byLeverage);
        bySource = List.copyOf(bySource);
    }
}
