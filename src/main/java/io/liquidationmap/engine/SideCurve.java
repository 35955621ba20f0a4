package io.liquidationmap.engine;

import io.liquidationmap.market.Side;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    private final @Nullable Uncertainty uncertainty;

    /// The same as the cumulative amounts, by member of the ensemble.
    private final double[][] memberUsd;

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
        uncertainty = part.uncertainty();
        memberUsd = uncertainty == null ? new double[0][] : memberUsd(side, uncertainty);
    }

    private double[][] memberUsd(Side side, Uncertainty known) {
        double[][] cumulative = new double[known.members()][edges.length];
        for (int m = 0; m < cumulative.length; m++) {
            double[] member = cumulative[m];
            for (int k = 0; k < levels.cohorts(); k++) {
                double usdPerQuantity = usdPerUnit * known.ratio(side, m, k);
                for (int bin = 0; bin < levels.depth(); bin++) {
                    member[bin + 1] += usdPerQuantity * levels.outwards(k, bin);
                }
            }
            for (int bin = 1; bin < member.length; bin++) {
                member[bin] += member[bin - 1];
            }
        }
        return cumulative;
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
        return at(target, cumulativeUsd);
    }

    /// Adds what lies between the current price and `target`, with its members.
    ///
    /// @param target price counted outwards
    /// @param exposure what has its level there
    /// @param forced what of it would be force-closed
    /// @throws IllegalStateException if nothing is known about the uncertainty
    void addWithin(double target, Spread exposure, Spread forced) {
        Uncertainty known = uncertainty;
        if (known == null) {
            throw new IllegalStateException("no band is claimed for " + source);
        }
        double usd = usdWithin(target);
        exposure.add(usd, openInterestUsd(), known.modelDeviation());
        forced.add(usd * known.forcedShare(), openInterestUsd() * known.forcedShare(), known.modelDeviation());
        for (int m = 0; m < memberUsd.length; m++) {
            double memberWithin = at(target, memberUsd[m]);
            exposure.addMember(m, memberWithin);
            forced.addMember(m, memberWithin * known.forcedShare(m));
        }
    }

    /// How many members its ensemble has; 0 where no band is claimed.
    int members() {
        return memberUsd.length;
    }

    /// Open interest, US dollars.
    double openInterestUsd() {
        return usdPerUnit * levels.openInterest();
    }

    /// The value at `target` of a curve given at the edges.
    private double at(double target, double[] cumulative) {
        int found = Arrays.binarySearch(edges, target);
        if (found >= 0) {
            return cumulative[found];
        }
        int after = -found - 1;
        if (after == 0) {
            return 0;
        }
        if (after == edges.length) {
            return cumulative[levels.depth()];
        }
        int bin = after - 1;
        double part = (target - edges[bin]) / (edges[after] - edges[bin]);
        return cumulative[bin] + part * (cumulative[after] - cumulative[bin]);
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
