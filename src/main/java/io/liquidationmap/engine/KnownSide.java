package io.liquidationmap.engine;

import java.util.Arrays;

/// One side of known positions, outwards from the price ([SideCurve]). Immutable.
final class KnownSide {

    private final double[] levels;
    private final double[] cumulativeUsd;
    private final double unreachableUsd;
    private final double passedUsd;

    /// @param levels prices counted outwards, ascending
    /// @param usd at each level
    KnownSide(double[] levels, double[] usd, double unreachableUsd, double passedUsd) {
        this.levels = levels;
        this.cumulativeUsd = new double[levels.length + 1];
        for (int i = 0; i < levels.length; i++) {
            cumulativeUsd[i + 1] = cumulativeUsd[i] + usd[i];
        }
        this.unreachableUsd = unreachableUsd;
        this.passedUsd = passedUsd;
    }

    double unreachableUsd() {
        return unreachableUsd;
    }

    double passedUsd() {
        return passedUsd;
    }

    double totalUsd() {
        return cumulativeUsd[levels.length];
    }

    /// What price liquidates on its way to `target`, and there.
    ///
    /// @param target counted outwards; infinite for everything
    double usdWithin(double target) {
        int low = 0;
        int high = levels.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (levels[middle] <= target) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return cumulativeUsd[low];
    }

    /// Adds each level to its cell; one on an edge to the nearer of the two.
    ///
    /// @param edges of the cells, outwards
    void addTo(CellTotals cells, double[] edges) {
        for (int i = 0; i < levels.length; i++) {
            int found = Arrays.binarySearch(edges, levels[i]);
            int edge = found < 0 ? -found - 1 : found;
            cells.add(edge - 1, cumulativeUsd[i + 1] - cumulativeUsd[i]);
        }
    }
}
