package io.liquidationmap.engine;

import io.liquidationmap.market.Side;
import java.util.Arrays;
import java.util.List;

/// One side of one instrument in US dollars on the common price axis: a density that is constant over each bin, none
/// of it across the current price. Immutable.
///
/// Prices are counted *outwards*, so that they rise away from the current price on both sides: a price above it as it
/// is, one below it with its sign changed.
final class SideCurve {

    private final String source;
    private final List<String> labels;
    private final SideLevels levels;
    private final double usdPerUnit;

    /// The edges of the bins, outwards, ascending; one more than there are bins.
    private final double[] edges;

    /// What lies between the current price and each edge, US dollars.
    private final double[] cumulativeUsd;

    /// @param price the common current price
    SideCurve(Side side, double price, LiquidationMap.Part part) {
        LevelMap map = part.map();
        source = part.source();
        labels = map.labels();
        levels = map.side(side);
        usdPerUnit = map.usd(1);
        double scale = price / map.price();
        edges = new double[levels.depth() + 1];
        cumulativeUsd = new double[levels.depth() + 1];
        for (int bin = 0; bin < edges.length; bin++) {
            edges[bin] = Math.max(outwards(side, price), outwards(side, levels.edge(bin) * scale));
        }
        for (int bin = 0; bin < levels.depth(); bin++) {
            cumulativeUsd[bin + 1] = cumulativeUsd[bin] + usd(bin);
        }
    }

    /// A price counted outwards on that side, and back.
    static double outwards(Side side, double price) {
        return -side.sign() * price;
    }

    /// The edges of the bins, outwards; between two of them [#usdWithin(double)] is linear.
    double[] edges() {
        return edges;
    }

    /// What lies between the current price and `target`, US dollars.
    ///
    /// @param target price counted outwards; infinite for everything
    double usdWithin(double target) {
        int found = Arrays.binarySearch(edges, target);
        if (found >= 0) {
            return cumulativeUsd[found];
        }
        int after = -found - 1;
        if (after == 0) {
            return 0;
        }
        if (after == edges.length) {
            return cumulativeUsd[levels.depth()];
        }
        int bin = after - 1;
        double part = (target - edges[bin]) / (edges[after] - edges[bin]);
        return cumulativeUsd[bin] + part * (cumulativeUsd[after] - cumulativeUsd[bin]);
    }

    /// Adds each bin to the cells it overlaps, in proportion to the overlap.
    void addTo(CellTotals cells) {
        int[] labelIndex = cells.indexOfLabels(labels);
        int sourceIndex = cells.indexOfSource(source);
        int first = -1;
        for (int bin = 0; bin < levels.depth(); bin++) {
            double low = edges[bin];
            double high = edges[bin + 1];
            while (cells.end(first) <= low) {
                first++;
            }
            double begin = low;
            for (int cell = first; begin < high; cell++) {
                double end = Math.min(high, cells.end(cell));
                double part = (end - begin) / (high - low);
                for (int k = 0; k < labelIndex.length; k++) {
                    cells.add(cell, labelIndex[k], sourceIndex, usdPerUnit * levels.outwards(k, bin) * part);
                }
                begin = end;
            }
        }
    }

    private double usd(int bin) {
        double quantity = 0;
        for (int k = 0; k < levels.cohorts(); k++) {
            quantity += levels.outwards(k, bin);
        }
        return usdPerUnit * quantity;
    }
}
