package io.liquidationmap.accuracy.forecast;

import io.liquidationmap.market.Side;
import java.time.Instant;

/// What happened to one instrument in one stretch of time.
///
/// @param start when it begins
/// @param price price at its beginning, quote per coin
/// @param low lowest price in it
/// @param high highest price in it
/// @param openInterestUsd open interest at its beginning, US dollars
/// @param liquidatedLongUsd longs force-closed in it, US dollars; NaN if not known of every bar
/// @param liquidatedShortUsd shorts force-closed in it, US dollars; NaN if not known of every bar
record ObservedBucket(
        Instant start,
        double price,
        double low,
        double high,
        double openInterestUsd,
        double liquidatedLongUsd,
        double liquidatedShortUsd) {

    /// How far price went against a side from where it began: ln(price / low) for longs, ln(high / price) for shorts;
    /// 0 if it did not go there at all.
    public double excursion(Side side) {
        return Math.max(0, side == Side.LONG ? Math.log(price / low) : Math.log(high / price));
    }

    /// Force-closed positions of a side, US dollars, or NaN.
    public double realisedUsd(Side side) {
        return side == Side.LONG ? liquidatedLongUsd : liquidatedShortUsd;
    }

    /// Whether the liquidations of a side are known.
    public boolean isKnown(Side side) {
        return !Double.isNaN(realisedUsd(side));
    }
}
