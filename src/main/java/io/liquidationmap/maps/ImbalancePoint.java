package io.liquidationmap.maps;

import java.time.Instant;
import java.util.List;

/// The imbalance as of one moment, as it could have been known then.
///
/// @param asOf the moment
/// @param price close of the last bar that had ended, over several instruments weighted by open interest
/// @param imbalance at 2, 5, 10 and 20 %, without bands
/// @param warmingUp whether so little history lay before it that many positions were unexplained
/// @param degraded whether open interest had been missing for more than a day on end
/// @param stale whether the last bar was so old that it is of another time
public record ImbalancePoint(
        Instant asOf,
        double price,
        List<DistanceImbalance> imbalance,
        boolean warmingUp,
        boolean degraded,
        boolean stale) {

    public ImbalancePoint {
        imbalance = List.copyOf(imbalance);
    }

    /// Whether the present may be measured against it.
    boolean isUsable() {
        return !warmingUp && !stale;
    }

    /// ln(up / down) at one of [DistanceImbalance#DISTANCES_PCT], by its index; NaN unless both sides hold something.
    double logRatio(int distance) {
        return imbalance.get(distance).logRatio();
    }
}
