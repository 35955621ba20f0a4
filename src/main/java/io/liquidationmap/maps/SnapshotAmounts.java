package io.liquidationmap.maps;

import io.liquidationmap.engine.Cluster;
import io.liquidationmap.engine.MapComparison.ModelledAmounts;
import io.liquidationmap.market.Side;
import java.util.List;

/// A snapshot as comparisons read it.
record SnapshotAmounts(MarketSnapshot snapshot) implements ModelledAmounts {

    @Override
    public double usdWithin(Side side, double distance) {
        return snapshot.triggeredAt(snapshot.price() * (1 - side.sign() * distance))
                .usd();
    }

    @Override
    public List<Cluster> clusters(Side side, int limit) {
        return snapshot.clusters(side, limit);
    }
}
