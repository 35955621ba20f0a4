package io.liquidationmap.maps;

import io.liquidationmap.engine.Buckets;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Side;
import java.util.List;

/// A liquidation map as it is shown: what would be force-closed at each price, in US dollars at the current price.
///
/// @param price the current price: close of the last bar, over several instruments weighted by open interest
/// @param buckets the window cut into buckets, and what lies outside it; sources are venue names
/// @param imbalance the two sides against each other
/// @param reconciliation two entries per instrument: how each side adds up to open interest
public record MapView(
        double price, Buckets buckets, List<DistanceImbalance> imbalance, List<Reconciliation> reconciliation) {

    public MapView {
        imbalance = List.copyOf(imbalance);
        reconciliation = List.copyOf(reconciliation);
    }

    /// How one side of one instrument adds up to its open interest; US dollars at the instrument's own price.
    ///
    /// @param openInterestUsd what the venue publishes
    /// @param levelsUsd positions opened in the range that have a liquidation price
    /// @param unleveredUsd positions opened in the range that have none (hedged or unlevered)
    /// @param openedBeforeRangeUsd positions that are older than the range
    /// @param differenceUsd what is missing from open interest: in the conserved model nothing but rounding, unless the
    ///     last bars lack an open interest; then what price has swept since the last known one
    public record Reconciliation(
            InstrumentId instrument,
            Side side,
            double openInterestUsd,
            double levelsUsd,
            double unleveredUsd,
            double openedBeforeRangeUsd,
            double differenceUsd) {}
}
