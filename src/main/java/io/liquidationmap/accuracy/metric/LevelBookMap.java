package io.liquidationmap.accuracy.metric;

import io.liquidationmap.engine.Cluster;
import io.liquidationmap.engine.Imbalance;
import io.liquidationmap.engine.LiquidationMap;
import io.liquidationmap.market.Side;
import java.util.List;

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
}
