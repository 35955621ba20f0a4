package io.liquidationmap.accuracy.metric;

import io.liquidationmap.engine.KnownLevels;
import io.liquidationmap.market.Side;
import io.liquidationmap.simulation.TrueMap;

/// A map of single levels, such as those of known positions. What price has passed, or stands at, is not on it.
/// Immutable.
public final class PointMap implements MapEstimate {

    private final KnownLevels levels;

    private PointMap(KnownLevels levels) {
        this.levels = levels;
    }

    /// The map of positions that are known.
    public static PointMap of(TrueMap positions) {
        Builder builder = at(positions.price());
        for (Side side : Side.values()) {
            positions
                    .levels(side)
                    .forEach(position -> builder.levels.add(side, position.liquidationPrice(), position.usd()));
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
        return levels.usdWithin(side, distance);
    }

    /// Collects levels; mutable, for one thread.
    public static final class Builder {
        private final KnownLevels.Builder levels;

        private Builder(double price) {
            levels = KnownLevels.at(price);
        }

        /// Adds a level.
        ///
        /// @param level quote per coin
        /// @param usd US dollars at the current price
        public Builder add(Side side, double level, double usd) {
            levels.add(side, level, usd);
            return this;
        }

        /// The finished map.
        public PointMap build() {
            return new PointMap(levels.build());
        }
    }
}
