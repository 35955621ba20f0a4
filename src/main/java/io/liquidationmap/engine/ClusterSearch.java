package io.liquidationmap.engine;

import io.liquidationmap.market.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/// Finds the stretches of price where liquidations are denser than around: the density blurred over 0.3 % of price is
/// compared with itself blurred over 2.5 %, and a cluster is a run in which the first exceeds the second by a tenth.
/// The amount of a cluster is what the map holds in it, unblurred.
///
/// @param side whose positions
/// @param price the current price
/// @param totalUsd all levels of the side, what `usdWithin` comes to in the end
/// @param usdWithin what lies between the current price and a price on that side of it, US dollars
record ClusterSearch(Side side, double price, double totalUsd, DoubleUnaryOperator usdWithin) {

    /// Width of a cell in log price.
    private static final double CELL = 0.001;

    private static final double NARROW_BLUR = 0.003;
    private static final double WIDE_BLUR = 0.025;
    private static final double PROMINENCE = 1.1;

    /// The heaviest clusters first; of equally heavy ones the nearer first. None has a band.
    ///
    /// @param limit how many at most
    List<Cluster> heaviest(int limit) {
        double[] cells = cells();
        double[] narrow = GaussianBlur.of(cells, NARROW_BLUR / CELL);
        double[] wide = GaussianBlur.of(cells, WIDE_BLUR / CELL);
        List<Cluster> clusters = new ArrayList<>();
        int begin = -1;
        int peak = -1;
        for (int cell = 0; cell <= cells.length; cell++) {
            boolean dense = cell < cells.length && narrow[cell] > PROMINENCE * wide[cell];
            if (dense && begin < 0) {
                begin = cell;
                peak = cell;
            } else if (dense && narrow[cell] > narrow[peak]) {
                peak = cell;
            } else if (!dense && begin >= 0) {
                clusters.add(cluster(begin, cell, peak));
                begin = -1;
            }
        }
        return clusters.stream()
                .filter(cluster -> cluster.usd() > 0)
                .sorted(Comparator.comparingDouble(Cluster::usd).reversed())
                .limit(limit)
                .toList();
    }

    private Cluster cluster(int begin, int end, int peak) {
        double near = priceAt(begin);
        double far = priceAt(end);
        double peakPrice = priceAt(peak + 0.5);
        double usd = usdWithin.applyAsDouble(far) - usdWithin.applyAsDouble(near);
        return new Cluster(
                side,
                Math.min(near, far),
                Math.max(near, far),
                peakPrice,
                usd,
                null,
                peakPrice / price - 1,
                usd / totalUsd);
    }

    /// What each cell holds, outwards from the price to where the map ends.
    private double[] cells() {
        List<Double> cells = new ArrayList<>();
        double before = 0;
        while (before < totalUsd) {
            double within = usdWithin.applyAsDouble(priceAt(cells.size() + 1));
            cells.add(within - before);
            before = within;
        }
        return cells.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /// The price so many cells from the current one.
    private double priceAt(double cell) {
        return price * Math.exp(-side.sign() * cell * CELL);
    }
}
