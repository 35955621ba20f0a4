package io.liquidationmap.engine.calibration;

import io.liquidationmap.market.Side;
import java.util.function.Function;

/// The same thing once for longs and once for shorts.
record BySide<T>(T longs, T shorts) {

    /// Makes both.
    static <T> BySide<T> of(Function<Side, T> make) {
        return new BySide<>(make.apply(Side.LONG), make.apply(Side.SHORT));
    }

    T of(Side side) {
        return side == Side.LONG ? longs : shorts;
    }
}
