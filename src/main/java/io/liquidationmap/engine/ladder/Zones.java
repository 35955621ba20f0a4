package io.liquidationmap.engine.ladder;

import io.liquidationmap.engine.Cluster;
import io.liquidationmap.engine.LiquidationMap;
import io.liquidationmap.market.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The way from the current price outwards, cut into zones that follow each other without a gap: for longs below the
/// price, for shorts above it.
///
/// They are cut behind the heaviest clusters of the map, so that each zone ends where a mass of others has been
/// liquidated; its entry is the densest price of its cluster. Where the map has fewer clusters than zones are wanted,
/// each zone holds an equal part of what the map holds within reach, and its entry halves that part.
///
/// @param cut where
/// @param all nearest first; empty where the map holds nothing within reach
public record Zones(Cut cut, List<Zone> all) {

    /// More clusters than a map ever has.
    private static final int EVERY_CLUSTER = 1_000;

    public Zones {
        all = List.copyOf(all);
    }

    /// Where zones are cut.
    public enum Cut {
        /// Behind the heaviest clusters.
        CLUSTERS,
        /// Into equal parts of what the map holds.
        QUANTILES
    }

    /// Cuts a side of a map.
    ///
    /// @param reach how far the last zone may reach, as a fraction of the price, positive
    /// @param count how many zones, positive
    public static Zones of(LiquidationMap map, Side side, double reach, int count) {
        double farthest = map.price() * (1 - side.sign() * reach);
        List<Cluster> clusters = map.clusters(side, EVERY_CLUSTER).stream()
                .filter(cluster -> cluster.low() >= Math.min(farthest, map.price())
                        && cluster.high() <= Math.max(farthest, map.price()))
                .limit(count)
                .sorted(Comparator.comparingDouble(cluster -> Math.abs(cluster.distance())))
                .toList();
        return clusters.size() == count
                ? new Zones(Cut.CLUSTERS, behind(clusters, map, side))
                : new Zones(Cut.QUANTILES, equalParts(map, side, reach, count));
    }

    private static List<Zone> behind(List<Cluster> clusters, LiquidationMap map, Side side) {
        List<Zone> zones = new ArrayList<>();
        double near = map.price();
        for (Cluster cluster : clusters) {
            double far = side == Side.LONG ? cluster.low() : cluster.high();
            zones.add(new Zone(near, far, cluster.peak(), map.between(side, near, far), cluster));
            near = far;
        }
        return zones;
    }

    private static List<Zone> equalParts(LiquidationMap map, Side side, double reach, int count) {
        double part = map.usdWithin(side, reach) / count;
        List<Zone> zones = new ArrayList<>();
        double near = map.price();
        for (int i = 0; i < count && part > 0; i++) {
            // The last part may be more than the map holds, by rounding.
            double last = map.price() * (1 - side.sign() * reach);
            double far = map.priceFor(side, part * (i + 1)).orElse(last);
            double entry = map.priceFor(side, part * (i + 0.5)).orElse(last);
            zones.add(new Zone(near, far, entry, map.between(side, near, far), null));
            near = far;
        }
        return zones;
    }
}
