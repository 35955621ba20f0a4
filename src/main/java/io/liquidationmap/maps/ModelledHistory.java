package io.liquidationmap.maps;

import java.util.List;
import java.util.function.Supplier;

/// A stretch of the past whose imbalances are drawn when they are asked for.
record ModelledHistory(MarketSnapshot end, Market market, Supplier<List<ImbalancePoint>> drawn)
        implements ImbalanceHistory {

    @Override
    public List<ImbalancePoint> points() {
        return drawn.get();
    }
}
