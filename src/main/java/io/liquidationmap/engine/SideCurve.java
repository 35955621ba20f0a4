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

    private final @Nullable Members members;

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
        Uncertainty uncertainty = part.uncertainty();
        members = uncertainty == null ? null : new Members(side, uncertainty);
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
        return place(target).in(cumulativeUsd);
    }

    /// Adds what lies between the current price and `target`, with its members.
    ///
    /// @param target price counted outwards
    /// @param exposure what has its level there
    /// @param forced what of it would be force-closed
    /// @throws IllegalStateException if nothing is known about the uncertainty
    void addWithin(double target, Spread exposure, Spread forced) {
        if (members == null) {
            throw new IllegalStateException("no band is claimed for " + source);
        }
        members.addWithin(place(target), exposure, forced);
    }

    /// How many members its ensemble has; 0 where no band is claimed.
    int members() {
        return members == null ? 0 : members.uncertainty.members();
    }

    /// Open interest, US dollars.
    double openInterestUsd() {
        return usdPerUnit * levels.openInterest();
    }

    private Place place(double target) {
        int found = Arrays.binarySearch(edges, target);
        if (found >= 0) {
            return new Place(found, 0);
        }
        int after = -found - 1;
        if (after == 0 || after == edges.length) {
            return new Place(Math.max(0, after - 1), 0);
        }
        int bin = after - 1;
        return new Place(bin, (target - edges[bin]) / (edges[after] - edges[bin]));
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
                    double quantity = levels.outwards(k, bin);
                    // Far from the price only low leverages have levels.
                    if (quantity > 0) {
                        cells.add(cell, labelIndex[k], sourceIndex, usdPerUnit * quantity * part);
                    }
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

    /// Where a price lies between the edges.
    ///
    /// @param edge the last one that is not beyond it; the first one where all are
    /// @param part how far it is on the way to the next one
    private record Place(int edge, double part) {

        /// The value there of a curve given at the edges.
        double in(double[] cumulative) {
            double before = cumulative[edge];
            return part == 0 ? before : before + part * (cumulative[edge + 1] - before);
        }
    }

    /// The members of the ensemble: each has more or less of every cohort, so what they hold up to a price follows from
    /// what the cohorts hold up to it.
    private final class Members {
        private final Uncertainty uncertainty;

        /// What lies between the current price and each edge, by cohort, in the conserved unit.
        private final double[][] cumulative = new double[levels.cohorts()][edges.length];

        /// US dollars that a member has for each unit of a cohort, by cohort, then by member.
        private final double[][] usdPerQuantity;

        Members(Side side, Uncertainty uncertainty) {
            this.uncertainty = uncertainty;
            usdPerQuantity = new double[levels.cohorts()][uncertainty.members()];
            for (int k = 0; k < cumulative.length; k++) {
                double[] cohort = cumulative[k];
                for (int bin = 0; bin < levels.depth(); bin++) {
                    cohort[bin + 1] = cohort[bin] + levels.outwards(k, bin);
                }
                for (int m = 0; m < uncertainty.members(); m++) {
                    usdPerQuantity[k][m] = usdPerUnit * uncertainty.ratio(side, m, k);
                }
            }
        }

        void addWithin(Place place, Spread exposure, Spread forced) {
            double usd = place.in(cumulativeUsd);
            double share = uncertainty.forcedShare();
            exposure.add(usd, openInterestUsd(), uncertainty.modelDeviation());
            forced.add(usd * share, openInterestUsd() * share, uncertainty.modelDeviation());
            double[] memberUsd = new double[uncertainty.members()];
            for (int k = 0; k < cumulative.length; k++) {
                addMultiple(place.in(cumulative[k]), usdPerQuantity[k], memberUsd);
            }
            for (int m = 0; m < memberUsd.length; m++) {
                exposure.addMember(m, memberUsd[m]);
                forced.addMember(m, memberUsd[m] * uncertainty.forcedShare(m));
            }
        }

        private static void addMultiple(double factor, double[] of, double[] to) {
            for (int i = 0; i < to.length; i++) {
                to[i] += factor * of[i];
            }
        }
    }
}
