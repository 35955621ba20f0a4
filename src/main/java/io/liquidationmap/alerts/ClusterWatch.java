package io.liquidationmap.alerts;

import io.liquidationmap.alerts.AlertStore.Memory;
import io.liquidationmap.alerts.AlertStore.Watched;
import io.liquidationmap.alerts.Condition.PriceInCluster;
import io.liquidationmap.engine.Cluster;
import io.liquidationmap.maps.LiquidationMaps;
import io.liquidationmap.maps.MarketSnapshot;
import io.liquidationmap.maps.PriceSpan;
import io.liquidationmap.maps.QuestionException.NotCovered;
import io.liquidationmap.market.Side;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Notices that price has been inside a heavy cluster, or beyond it, if only for a moment: a wick liquidates like any
/// other price. The clusters are those of the map as it was the last time: what price sweeps on its way is gone from the
/// map after it. A cluster that begins where the price was is one that price was in already.
@Component
class ClusterWatch {

    private static final int MOST_CLUSTERS = 50;

    /// How far the near end of a cluster must lie from the price, as a part of it: clusters are found in cells of that
    /// width.
    private static final double OUTSIDE = 0.001;

    private final LiquidationMaps maps;

    ClusterWatch(LiquidationMaps maps) {
        this.maps = maps;
    }

    Verdict judge(Watched watched, PriceInCluster condition, MarketSnapshot now) {
        Instant asOf = now.market().dataChangedAt();
        Instant last = watched.memory().evaluatedTo();
        List<Event> events = last == null ? List.of() : entered(watched.alert(), condition, last, now);
        return new Verdict(new Memory(asOf, null), events, AlertRound.echo(now.market()));
    }

    private List<Event> entered(Alert alert, PriceInCluster condition, Instant last, MarketSnapshot now) {
        MarketSnapshot before;
        try {
            before = maps.open(alert.market(last));
        } catch (NotCovered _) {
            return List.of();
        }
        PriceSpan since = now.pricesSince(last);
        return heavy(before, condition.thresholdUsd())
                .filter(cluster -> wasOutside(cluster, before.price()) && isReached(cluster, since))
                .<Event>map(cluster -> entered(cluster, before, since, now))
                .toList();
    }

    private static Event.ClusterEntered entered(
            Cluster cluster, MarketSnapshot before, PriceSpan since, MarketSnapshot now) {
        return new Event.ClusterEntered(
                now.market().dataChangedAt(), cluster, before.price(), farthest(cluster.side(), since), now.price());
    }

    private static Stream<Cluster> heavy(MarketSnapshot snapshot, double thresholdUsd) {
        return Arrays.stream(Side.values())
                .flatMap(side -> snapshot.clusters(side, MOST_CLUSTERS).stream())
                .filter(cluster -> cluster.usd() >= thresholdUsd);
    }

    private static boolean wasOutside(Cluster cluster, double price) {
        return cluster.side() == Side.SHORT
                ? cluster.low() > price * (1 + OUTSIDE)
                : cluster.high() < price * (1 - OUTSIDE);
    }

    private static boolean isReached(Cluster cluster, PriceSpan since) {
        double farthest = farthest(cluster.side(), since);
        return cluster.side() == Side.SHORT ? farthest >= cluster.low() : farthest <= cluster.high();
    }

    /// How far price has gone to where a side is liquidated.
    private static double farthest(Side side, PriceSpan since) {
        return side == Side.SHORT ? since.high() : since.low();
    }
}
