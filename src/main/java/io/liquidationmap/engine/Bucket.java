package io.liquidationmap.engine;

import io.liquidationmap.market.Side;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is liquidated between two prices, both on the same side of the current one.
///
/// @param low lower edge, quote per coin
/// @param high upper edge
/// @param side whose positions: long below the current price, short above
/// @param usd US dollars
/// @param band of that amount; null where none is claimed
/// @param cumulativeUsd everything between the current price and the edge farther from it, US dollars
/// @param cumulativeBand of that amount; null where none is claimed
/// @param byLeverage the amount by leverage label, ascending, cross last; without those that hold nothing
/// @param bySource the amount by source, in alphabetical order; without those that hold nothing
public record Bucket(
        double low,
        double high,
        Side side,
        double usd,
        @Nullable Band band,
        double cumulativeUsd,
        @Nullable Band cumulativeBand,
        List<Share> byLeverage,
        List<Share> bySource) {

    public Bucket {
        byLeverage = List.copyOf(byLeverage);
        bySource = List.copyOf(bySource);
    }

    /// The middle of the bucket.
    public double price() {
        return (low + high) / 2;
    }

    /// The edge farther from the current price.
    public double farEdge() {
        return side == Side.LONG ? low : high;
    }
}
