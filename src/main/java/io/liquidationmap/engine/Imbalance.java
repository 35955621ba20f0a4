package io.liquidationmap.engine;

import io.liquidationmap.market.Side;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// What would be liquidated above the current price against what would be below it.
///
/// @param low how far down it reaches, quote per coin
/// @param high how far up it reaches, quote per coin
/// @param upUsd shorts in (price, high], US dollars
/// @param downUsd longs in \[low, price), US dollars
/// @param bands of these amounts and their ratio; null where none are claimed
/// @param forcedUp what would really be force-closed of the shorts; null where no band is claimed
/// @param forcedDown what would really be force-closed of the longs; null where no band is claimed
public record Imbalance(
        double low,
        double high,
        double upUsd,
        double downUsd,
        @Nullable Bands bands,
        @Nullable Estimate forcedUp,
        @Nullable Estimate forcedDown) {

    /// The amounts within the same distance up and down, without bands.
    ///
    /// @param price the current price, quote per coin
    /// @param distance fraction of the price, in (0, 1)
    public static Imbalance within(double price, double distance, double upUsd, double downUsd) {
        return new Imbalance(price * (1 - distance), price * (1 + distance), upUsd, downUsd, null, null, null);
    }

    /// How sure the two sides are.
    ///
    /// @param up of the shorts
    /// @param down of the longs
    /// @param ratio of up / down; null unless both sides hold something
    public record Bands(Band up, Band down, @Nullable Band ratio) {}

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
