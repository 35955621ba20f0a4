package io.liquidationmap.engine;

import io.liquidationmap.market.Side;
import java.util.Optional;
import java.util.OptionalDouble;

/// What would be liquidated above the current price against what would be below it.
///
/// @param low how far down it reaches, quote per coin
/// @param high how far up it reaches, quote per coin
/// @param upUsd shorts in (price, high], US dollars
/// @param downUsd longs in \[low, price), US dollars
public record Imbalance(double low, double high, double upUsd, double downUsd) {

    /// Up / down; empty when nothing lies below, for then there is no such number.
    public OptionalDouble ratio() {
        return downUsd > 0 ? OptionalDouble.of(upUsd / downUsd) : OptionalDouble.empty();
    }

    /// The side with more to liquidate: short when more lies above; empty when both are equal.
    public Optional<Side> dominant() {
        int order = Double.compare(upUsd, downUsd);
        return order == 0 ? Optional.empty() : Optional.of(order > 0 ? Side.SHORT : Side.LONG);
    }
}
