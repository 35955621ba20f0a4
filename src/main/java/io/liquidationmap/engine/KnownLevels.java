package io.liquidationmap.engine;

import io.liquidationmap.market.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The levels of positions that are known one by one, in US dollars at the current price. Immutable.
///
/// Every position is on the map, or has no level that price could reach, or has one that price has passed since the
/// position was seen: what is known of a side is the sum of the three.
public final class KnownLevels {

    private final double price;
    private final KnownSide longs;
    private final KnownSide shorts;

    private KnownLevels(Builder builder) {
        price = builder.price;
        longs = builder.longs.build();
        shorts = builder.shorts.build();
    }

    /// Begins a map.
    ///
    /// @param price the current price, quote per coin, positive
    public static Builder at(double price) {
        if (!(price > 0) || Double.isInfinite(price)) {
            throw new IllegalArgumentException("the price of a map must be a positive number");
        }
        return new Builder(price);
    }

    /// The current price.
    public double price() {
        return price;
    }

    /// All positions of a side, US dollars.
    public double knownUsd(Side side) {
        return totalUsd(side) + unreachableUsd(side) + passedUsd(side);
    }

    /// All levels of a side, US dollars.
    public double totalUsd(Side side) {
        return of(side).totalUsd();
    }

    /// Positions without a level, US dollars.
    public double unreachableUsd(Side side) {
        return of(side).unreachableUsd();
    }

    /// Positions whose level price has passed, US dollars.
    public double passedUsd(Side side) {
        return of(side).passedUsd();
    }

    /// What is liquidated if price goes so far.
    ///
    /// @param distance as a fraction of the price, in (0, 1)
    /// @return US dollars
    public double usdWithin(Side side, double distance) {
        return of(side).usdWithin(SideCurve.outwards(side, price * (1 - side.sign() * distance)));
    }

    /// The levels cut into the buckets of a window, with what lies outside it. A level on an edge belongs to the bucket
    /// nearer to the price, because price that reaches the edge liquidates it.
    public Buckets buckets(PriceWindow window) {
        return new Bucketing(window, price)
                .cut(
                        (side, edges) -> {
                            CellTotals cells = new CellTotals(edges, List.of());
                            of(side).addTo(cells, edges);
                            return cells;
                        },
                        (_, _) -> null);
    }

    /// The heaviest clusters of a side, heaviest first, found as those of a modelled map are.
    ///
    /// @param limit how many at most
    public List<Cluster> clusters(Side side, int limit) {
        return new ClusterSearch(
                        side, price, totalUsd(side), level -> of(side).usdWithin(SideCurve.outwards(side, level)))
                .heaviest(limit);
    }

    private KnownSide of(Side side) {
        return side == Side.LONG ? longs : shorts;
    }

    /// Collects positions; mutable, for one thread.
    public static final class Builder {
        private final double price;
        private final SideBuilder longs = new SideBuilder();
        private final SideBuilder shorts = new SideBuilder();

        private Builder(double price) {
            this.price = price;
        }

        /// Adds a position.
        ///
        /// @param level where it is liquidated, quote per coin; null if nowhere
        /// @param usd its size at the current price, US dollars
        public Builder add(Side side, @Nullable Double level, double usd) {
            SideBuilder builder = side == Side.LONG ? longs : shorts;
            if (level == null) {
                builder.unreachableUsd += usd;
            } else if (SideCurve.outwards(side, level) <= SideCurve.outwards(side, price)) {
                builder.passedUsd += usd;
            } else {
                builder.levels.add(new Level(SideCurve.outwards(side, level), usd));
            }
            return this;
        }

        /// The finished map.
        public KnownLevels build() {
            return new KnownLevels(this);
        }
    }

    private static final class SideBuilder {
        private final List<Level> levels = new ArrayList<>();
        private double unreachableUsd;
        private double passedUsd;

        private KnownSide build() {
            List<Level> outwards = levels.stream()
                    .sorted(Comparator.comparingDouble(Level::outwards))
                    .toList();
            return new KnownSide(
                    outwards.stream().mapToDouble(Level::outwards).toArray(),
                    outwards.stream().mapToDouble(Level::usd).toArray(),
                    unreachableUsd,
                    passedUsd);
        }
    }

    private record Level(double outwards, double usd) {}
}
