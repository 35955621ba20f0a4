package io.liquidationmap.maps;

import io.liquidationmap.market.BarSeries;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// How far price has come.
final class PriceChange {

    private PriceChange() {}

    /// Over the time before the last bar of each instrument, as a fraction; over several instruments weighted by open
    /// interest, without those that have no bar then; NaN if none has.
    static double over(Duration time, List<Contribution> contributions) {
        List<Contribution> known = contributions.stream()
                .filter(contribution -> indexBefore(time, contribution) >= 0)
                .toList();
        return known.isEmpty()
                ? Double.NaN
                : ModelledSnapshot.mean(
                        known,
                        contribution ->
                                contribution.close() / contribution.bars().close(indexBefore(time, contribution)) - 1);
    }

    /// The bar that closed then; negative if it is missing.
    private static int indexBefore(Duration time, Contribution contribution) {
        BarSeries bars = contribution.bars();
        Instant then = contribution.end().minus(time);
        int index = bars.lastClosedAt(then);
        return index >= 0 && bars.closeTime(index).equals(then) ? index : -1;
    }
}
