package io.liquidationmap.accuracy.metric;

import io.liquidationmap.market.Side;
import io.liquidationmap.simulation.TrueMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/// A map of single levels, such as those of known positions. Immutable.
public final class PointMap implements MapEstimate {

    private final Points longs;
    private final Points shorts;

    private PointMap(Builder builder) {
        longs = new Points(builder.longs);
        shorts = new Points(builder.shorts);
    }

    /// The map of positions that are known.
    public static PointMap of(TrueMap positions) {
        Builder builder = at(positions.price());
        for (Side side : Side.values()) {
            positions
                    .levels(side)
                    .forEach(position ->
                            builder.add(side, Objects.requireNonNull(position.liquidationPrice()), position.usd()));
        }
        return builder.build();
    }

    /// Starts a map.
    ///
    /// @param price the current price
    public static Builder at(double price) {
        return new Builder(price);
    }

    @Override
    public double cumulativeUsd(Side side, double distance) {
        return points(side).within(distance);
    }

    private Points points(Side side) {
        return side == Side.LONG ? longs : shorts;
    }

    /// Collects levels; mutable, for one thread.
    public static final class Builder {
        private final double price;
        private final List<Point> longs = new ArrayList<>();
        private final List<Point> shorts = new ArrayList<>();

        private Builder(double price) {
            this.price = price;
        }

        /// Adds a level; one that price has passed, or stands at, is not on the map.
        ///
        /// @param level quote per coin
        /// @param usd US dollars at the current price
        public Builder add(Side side, double level, double usd) {
            double distance = side.sign() * (1 - level / price);
            if (distance > 0) {
                (side == Side.LONG ? longs : shorts).add(new Point(distance, usd));
            }
            return this;
        }

        /// The finished map.
        public PointMap build() {
            return new PointMap(this);
        }
    }

    private record Point(double distance, double usd) {}

    /// One side, outwards.
    private static final class Points {
        private final double[] distances;
        private final double[] cumulativeUsd;

        Points(List<Point> points) {
            List<Point> outwards = points.stream()
                    .sorted(Comparator.comparingDouble(Point::distance))
                    .toList();
            distances = outwards.stream().mapToDouble(Point::distance).toArray();
            cumulativeUsd = new double[distances.length + 1];
            for (int i = 0; i < distances.length; i++) {
                cumulativeUsd[i + 1] = cumulativeUsd[i] + outwards.get(i).usd();
            }
        }

        double within(double distance) {
            int low = 0;
            int high = distances.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (distances[middle] <= distance) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return cumulativeUsd[low];
        }
    }
}
