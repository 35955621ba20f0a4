package io.liquidationmap.engine;

import io.liquidationmap.market.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/// Cuts a price window into buckets, and the bucket that contains the current price into two, so that each has one
/// side.
///
/// @param window what to cut
/// @param price the current price, in the window or out of it
record Bucketing(PriceWindow window, double price) {

    /// An edge this near to the price, as a fraction of a bucket, is the price: a window centred on it has it as an
    /// edge but for rounding.
    private static final double SAME = 1e-6;

    /// The buckets.
    ///
    /// @param totals sums up one side over cells with the given edges, which are outwards ([SideCurve])
    /// @param reached what lies within a target of a side, counted outwards; null where no band is claimed
    Buckets cut(BiFunction<Side, double[], CellTotals> totals, BiFunction<Side, Double, @Nullable Reached> reached) {
        List<Bucket> below = new ArrayList<>();
        List<Bucket> above = new ArrayList<>();
        double outsideDownUsd = fill(below, Side.LONG, totals, reached);
        double outsideUpUsd = fill(above, Side.SHORT, totals, reached);
        List<Bucket> all = new ArrayList<>(below.reversed());
        all.addAll(above);
        return new Buckets(all, outsideUpUsd, outsideDownUsd);
    }

    /// The edges of all buckets whatever their side, ascending.
    double[] edges() {
        double tolerance = SAME * (window.high() - window.low()) / window.buckets();
        double[] edges = new double[window.buckets() + 1];
        for (int i = 0; i < edges.length; i++) {
            double edge = window.edge(i);
            edges[i] = Math.abs(edge - price) <= tolerance ? price : edge;
        }
        return edges;
    }

    /// Adds the buckets of a side, outwards, and tells what lies outside them.
    private double fill(
            List<Bucket> buckets,
            Side side,
            BiFunction<Side, double[], CellTotals> totals,
            BiFunction<Side, Double, @Nullable Reached> reached) {
        double[] edges = outwardEdges(side);
        CellTotals cells = totals.apply(side, edges);
        double cumulativeUsd = cells.nearerUsd();
        Reached nearer = reached.apply(side, edges[0]);
        for (int cell = 0; cell < cells.size(); cell++) {
            cumulativeUsd += cells.usd(cell);
            double near = SideCurve.outwards(side, edges[cell]);
            double far = SideCurve.outwards(side, edges[cell + 1]);
            Reached farther = reached.apply(side, edges[cell + 1]);
            Band band = farther == null || nearer == null
                    ? null
                    : farther.beyond(nearer).band();
            nearer = farther;
            buckets.add(new Bucket(
                    Math.min(near, far),
                    Math.max(near, far),
                    side,
                    cells.usd(cell),
                    band,
                    cumulativeUsd,
                    Reached.bandOf(farther),
                    cells.byLeverage(cell),
                    cells.bySource(cell)));
        }
        return cells.nearerUsd() + cells.fartherUsd();
    }

    /// The edges on that side of the price, outwards and ascending; beginning at the price where that is in the window,
    /// and the price alone where the window does not reach that side.
    private double[] outwardEdges(Side side) {
        double start = SideCurve.outwards(side, price);
        double[] edges = Arrays.stream(edges())
                .map(edge -> SideCurve.outwards(side, edge))
                .filter(edge -> edge >= start)
                .sorted()
                .toArray();
        boolean inWindow = price > window.low() && price < window.high();
        if (edges.length == 0 || (inWindow && edges[0] > start)) {
            return DoubleStream.concat(DoubleStream.of(start), DoubleStream.of(edges))
                    .toArray();
        }
        return edges;
    }
}
