package io.liquidationmap.accuracy.metric;

import io.liquidationmap.engine.Cluster;
import java.util.List;

/// Which of the true clusters a map has, near enough.
final class ClusterHits {

    private static final double NEAR = 0.005;

    private ClusterHits() {}

    /// The share of true clusters whose peak has a predicted one's within half a percent of the price.
    ///
    /// @return in \[0, 1]; NaN if there is no true cluster
    static double rate(List<Cluster> predicted, List<Cluster> actual) {
        return actual.stream()
                .mapToDouble(cluster -> isNear(cluster, predicted) ? 1 : 0)
                .average()
                .orElse(Double.NaN);
    }

    private static boolean isNear(Cluster cluster, List<Cluster> others) {
        return others.stream().anyMatch(other -> Math.abs(other.distance() - cluster.distance()) <= NEAR);
    }
}
