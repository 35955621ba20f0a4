package io.liquidationmap.maps;

import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Side;
import io.liquidationmap.market.Venue;
import java.util.List;

/// A liquidation map: what would be force-closed at each price. All amounts are US dollars at the current price.
///
/// @param price the current price: close of the last bar, over several instruments weighted by open interest
/// @param buckets ascending by price; no bucket holds both sides
/// @param up cumulative amounts ascending away from the price (shorts)
/// @param down cumulative amounts descending away from the price (longs)
/// @param totals amounts inside and outside the window
/// @param imbalance the two sides against each other
/// @param reconciliation two entries per instrument: how each side adds up to open interest
public record LiquidationMap(
        double price,
        List<Bucket> buckets,
        List<CurvePoint> up,
        List<CurvePoint> down,
        Totals totals,
        List<Imbalance> imbalance,
        List<Reconciliation> reconciliation) {

    public LiquidationMap {
        buckets = List.copyOf(buckets);
        up = List.copyOf(up);
        down = List.copyOf(down);
        imbalance = List.copyOf(imbalance);
        reconciliation = List.copyOf(reconciliation);
    }

    /// One price interval.
    ///
    /// @param low lower edge
    /// @param high upper edge
    /// @param side which positions would be liquidated: long below the current price, short above
    /// @param usd amount in the bucket
    /// @param cumulativeUsd everything between the current price and the far edge of the bucket
    /// @param byLeverage parts by leverage; empty unless asked for
    /// @param byVenue parts by venue; empty unless asked for
    public record Bucket(
            double low,
            double high,
            Side side,
            double usd,
            double cumulativeUsd,
            List<LeverageShare> byLeverage,
            List<VenueShare> byVenue) {

        /// The middle of the bucket.
        public double price() {
            return (low + high) / 2;
        }
    }

    /// An amount by leverage.
    ///
    /// @param leverage nominal leverage (`"10"`), or `"cross"` for positions whose margin is not fixed to them
    public record LeverageShare(String leverage, double usd) {}

    /// An amount by venue.
    public record VenueShare(Venue venue, double usd) {}

    /// One point of a cumulative curve.
    ///
    /// @param price a bucket's far edge
    /// @param usd everything between the current price and there
    public record CurvePoint(double price, double usd) {}

    /// The sums of a map.
    ///
    /// @param upUsd shorts inside the window
    /// @param downUsd longs inside the window
    /// @param outsideUpUsd shorts outside the window
    /// @param outsideDownUsd longs outside the window
    public record Totals(double upUsd, double downUsd, double outsideUpUsd, double outsideDownUsd) {}

    /// How one side of one instrument adds up to its open interest.
    ///
    /// @param openInterestUsd what the venue publishes
    /// @param levelsUsd positions opened in the range that have a liquidation price
    /// @param unleveredUsd positions opened in the range that have none (hedged or unlevered)
    /// @param openedBeforeRangeUsd positions that are older than the range
    /// @param differenceUsd what is missing from open interest: nothing but rounding in the conserved model
    public record Reconciliation(
            InstrumentId instrument,
            Side side,
            double openInterestUsd,
            double levelsUsd,
            double unleveredUsd,
            double openedBeforeRangeUsd,
            double differenceUsd) {}
}
