package io.liquidationmap.accuracy.metric;

import io.liquidationmap.engine.Band;
import io.liquidationmap.engine.Imbalance;
import io.liquidationmap.engine.LiquidationMap;
import io.liquidationmap.market.Side;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A map of the service as it would be shown.
///
/// @param map the map
public record LevelBookMap(LiquidationMap map) implements MapEstimate {

    @Override
    public double cumulativeUsd(Side side, double distance) {
        return map.usdWithin(side, distance);
    }

    @Override
    public @Nullable Bands bands() {
        return map.errorFactor().isPresent() ? new OfMap(map) : null;
    }

    private record OfMap(LiquidationMap map) implements Bands {

        @Override
        public Band cumulativeUsd(Side side, double distance) {
            Imbalance.Bands bands =
                    Objects.requireNonNull(map.imbalance(distance).bands());
            return side == Side.SHORT ? bands.up() : bands.down();
        }

        @Override
        public Band usdBetween(Side side, double near, double far) {
            return Objects.requireNonNull(
                    map.between(side, priceAt(side, near), priceAt(side, far)).band());
        }

        private double priceAt(Side side, double distance) {
            return map.price() * (1 - side.sign() * distance);
        }

        @Override
        public Band logImbalance(double distance) {
            Imbalance.Bands bands =
                    Objects.requireNonNull(map.imbalance(distance).bands());
            Band ratio = bands.ratio();
            return ratio == null
                    ? new Band(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)
                    : new Band(Math.log(ratio.low()), Math.log(ratio.high()));
        }
    }
}
