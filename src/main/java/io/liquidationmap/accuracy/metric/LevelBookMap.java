package io.liquidationmap.accuracy.metric;

import io.liquidationmap.engine.Band;
import io.liquidationmap.engine.Cluster;
import io.liquidationmap.engine.Imbalance;
import io.liquidationmap.engine.LiquidationMap;
import io.liquidationmap.engine.PriceWindow;
import io.liquidationmap.market.Side;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A map of the service as it would be shown.
///
/// @param map the map
public record LevelBookMap(LiquidationMap map) implements MapEstimate {

    @Override
    public double cumulativeUsd(Side side, double distance) {
        Imbalance both = map.imbalance(distance);
        return side == Side.SHORT ? both.upUsd() : both.downUsd();
    }

    @Override
    public List<Cluster> clusters(Side side) {
        return map.clusters(side, Integer.MAX_VALUE);
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
            double nearPrice = map.price() * (1 - side.sign() * near);
            double farPrice = map.price() * (1 - side.sign() * far);
            PriceWindow window = new PriceWindow(Math.min(nearPrice, farPrice), Math.max(nearPrice, farPrice), 1);
            return map.buckets(window).all().stream()
                    .filter(bucket -> bucket.side() == side)
                    .findFirst()
                    .flatMap(bucket -> Optional.ofNullable(bucket.band()))
                    .orElseThrow();
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
