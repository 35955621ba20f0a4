package io.liquidationmap.alerts;

import io.liquidationmap.market.Interval;

/// What an alert waits for.
public sealed interface Condition {

    /// The imbalance is called something else than it was last known to be called. That it is unknown is no name.
    ///
    /// @param distancePct out to which distance, one of those of [io.liquidationmap.maps.DistanceImbalance]
    record ImbalanceLabel(double distancePct) implements Condition {}

    /// Price trades inside a heavy cluster, or beyond it, that it was outside of.
    ///
    /// @param thresholdUsd how much the cluster must hold, US dollars
    record PriceInCluster(double thresholdUsd) implements Condition {}

    /// So much is known to have been liquidated on one side in one step.
    ///
    /// @param thresholdUsd how much at least, US dollars, over all venues
    /// @param step length of the steps, which begin at whole multiples of it in UTC
    record Sweep(double thresholdUsd, Interval step) implements Condition {}
}
