package io.liquidationmap.api.liquidations;

import io.liquidationmap.market.Side;

/// Where price goes.
enum Direction {
    UP(Side.SHORT),
    DOWN(Side.LONG);

    private final Side liquidated;

    Direction(Side liquidated) {
        this.liquidated = liquidated;
    }

    /// Whose positions are liquidated on the way.
    Side liquidated() {
        return liquidated;
    }

    /// The way on which these positions are liquidated.
    static Direction liquidating(Side side) {
        return side == Side.SHORT ? UP : DOWN;
    }
}
