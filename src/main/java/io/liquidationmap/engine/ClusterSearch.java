package io.liquidationmap.engine;

import io.liquidationmap.market.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/// Finds the stretches of price where liquidations are denser than around: the density blurred over 0.3 % of price is
/// compared with itself blurred over 2.5 %, and a cluster is a run in which the first exceeds the second by a tenth.
/// The amount of a cluster is what the map holds in it, unblurred.
///
/// @param side whose positions
/// @param price the current price
/// @param totalUsd all levels of the side
/// @param usdWithin what lies between the current price and a price counted outwards ([SideCurve])
/// @param reached the same with its spread; null where no band is claimed
record ClusterSearch(
        Side side,
        double price,
        double totalUsd,
        DoubleUnaryOperator usdWithin,
        DoubleFunction<@Nullable Reached> reached) {

    /// Width of a cell in log price.
    private static final double CELL = 0.001;

    private static final double NARROW_BLUR = 0.003;
    private static final double WIDE_BLUR = 0.025;
    private static final double PROMINENCE = 1.1;

    /// A Gaussian blur is cut off at this many standard deviations.
    private static final double REACH = 4;

    /// The heaviest clusters first; of equally heavy ones the nearer first.
    List<Cluster> heaviest(int limit) {
        double[] cells = cells();
        double[] narrow = blurred(cells, NARROW_BLUR);
        double[] wide = blurred(cells, WIDE_BLUR);
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
        double usd = usdWithin(far) - usdWithin(near);
        return new Cluster(
                side,
                Math.min(near, far),
                Math.max(near, far),
                peakPrice,
                usd,
                band(near, far),
                peakPrice / price - 1,
                usd / totalUsd);
    }

    private @Nullable Band band(double near, double far) {
        Reached nearer = reached.apply(SideCurve.outwards(side, near));
        Reached farther = reached.apply(SideCurve.outwards(side, far));
        return nearer == null || farther == null ? null : farther.beyond(nearer).band();
    }

    /// What each cell holds, outwards from the price to where the map ends.
    private double[] cells() {
        List<Double> cells = new ArrayList<>();
        double before = 0;
        while (before < totalUsd) {
            double within = usdWithin(priceAt(cells.size() + 1));
            cells.add(within - before);
            before = within;
        }
        return cells.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /// Each cell as the Gaussian mean of its surroundings. There is nothing of this side across the price, so there
    /// the mean is over what there is; beyond the map's end there is nothing, and that counts.
    private static double[] blurred(double[] cells, double deviation) {
        int reach = (int) Math.ceil(REACH * deviation / CELL);
        double[] weights = new double[reach + 1];
        for (int distance = 0; distance <= reach; distance++) {
            double z = distance * CELL / deviation;
            weights[distance] = Math.exp(-z * z / 2);
        }
        double[] blurred = new double[cells.length];
        for (int cell = 0; cell < cells.length; cell++) {
            double sum = 0;
            double weight = 0;
            for (int other = Math.max(0, cell - reach); other <= cell + reach; other++) {
                double nearness = weights[Math.abs(other - cell)];
                weight += nearness;
                sum += other < cells.length ? nearness * cells[other] : 0;
            }
            blurred[cell] = sum / weight;
        }
        return blurred;
    }

    private double usdWithin(double target) {
        return usdWithin.applyAsDouble(SideCurve.outwards(side, target));
    }

    /// The price so many cells from the current one.
    private double priceAt(double cell) {
        return price * Math.exp(-side.sign() * cell * CELL);
    }
}
