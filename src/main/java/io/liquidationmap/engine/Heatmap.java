package io.liquidationmap.engine;

import io.liquidationmap.market.Side;
import java.time.Instant;

/// What would be liquidated at each price, at each of many moments: US dollars by column, side and bucket. Mutable
/// while it is put together, for one thread.
public final class Heatmap {

    private final double[][] longs;
    private final double[][] shorts;

    /// One without anything in it.
    public Heatmap(int columns, int buckets) {
        longs = new double[columns][buckets];
        shorts = new double[columns][buckets];
    }

    /// A moment.
    ///
    /// @param asOf up to which bars count
    /// @param price the common price then, which separates longs from shorts; quote per coin
    public record Column(Instant asOf, double price) {}

    /// How many moments.
    public int columns() {
        return longs.length;
    }

    /// How many buckets of price.
    public int buckets() {
        return longs.length == 0 ? 0 : longs[0].length;
    }

    /// What lies in a bucket, US dollars at the price of its column.
    public double usd(Side side, int column, int bucket) {
        return column(side, column)[bucket];
    }

    /// Adds to what lies in a bucket.
    public void add(Side side, int column, int bucket, double usd) {
        column(side, column)[bucket] += usd;
    }

    /// Adds another instrument's levels.
    ///
    /// @param part with the same buckets
    /// @param column the one its first column is added to
    public void add(Heatmap part, int column) {
        for (Side side : Side.values()) {
            for (int i = 0; i < part.columns(); i++) {
                for (int bucket = 0; bucket < part.buckets(); bucket++) {
                    add(side, column + i, bucket, part.usd(side, i, bucket));
                }
            }
        }
    }

    /// The amounts of one column, to be added to.
    double[] column(Side side, int column) {
        return side == Side.LONG ? longs[column] : shorts[column];
    }
}
