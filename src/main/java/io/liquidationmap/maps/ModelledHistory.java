package io.liquidationmap.maps;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A stretch of the past whose imbalances are drawn when they are asked for.
///
/// @param step between its points
/// @param unseen the last midnight before the first point of which something is known; null where there is none
record ModelledHistory(
        MarketSnapshot end,
        Market market,
        Duration step,
        @Nullable Instant unseen,
        Supplier<List<ImbalancePoint>> drawn)
        implements ImbalanceHistory {

    @Override
    public List<ImbalancePoint> points() {
        return drawn.get();
    }

    @Override
    public List<PointInContext> inContext() {
        return PastStandings.among(points(), step, unseen);
    }
}
