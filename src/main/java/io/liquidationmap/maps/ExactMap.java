package io.liquidationmap.maps;

import io.liquidationmap.engine.Buckets;
import io.liquidationmap.engine.MapComparison;
import io.liquidationmap.market.Side;
import java.time.Duration;
import java.util.List;

/// The map of known positions, at the levels their venues publish, beside what the model makes of the same market. US
/// dollars at the current price.
///
/// @param market the modelled market: which venues answer, as of when, and from what input the model's part is made
/// @param price the current price: close of the last bar, over several instruments weighted by open interest
/// @param buckets the window cut into buckets, and what lies outside it
/// @param sides longs and shorts: how much of open interest is known
/// @param comparison how far the model is from what is known
public record ExactMap(Market market, double price, Buckets buckets, List<KnownPart> sides, MapComparison comparison) {

    public ExactMap {
        sides = List.copyOf(sides);
    }

    /// How much is known of one side.
    ///
    /// @param openInterestUsd all positions, as the venues publish it
    /// @param positions how many are known
    /// @param knownUsd what they are worth
    /// @param levelsUsd those with a liquidation price that can still be reached
    /// @param unreachableUsd those without a liquidation price
    /// @param passedUsd those whose liquidation price has been passed since they were seen
    /// @param medianAge between the visit that saw a position and the instant of the answer: half of what is known, by
    ///     worth, is not older; zero where nothing is known
    /// @param largestAge the same of the oldest
    public record KnownPart(
            Side side,
            double openInterestUsd,
            int positions,
            double knownUsd,
            double levelsUsd,
            double unreachableUsd,
            double passedUsd,
            Duration medianAge,
            Duration largestAge) {

        /// The part of open interest that is known; NaN where open interest is not.
        public double knownShare() {
            return openInterestUsd > 0 ? knownUsd / openInterestUsd : Double.NaN;
        }
    }
}
