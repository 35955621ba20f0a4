package io.liquidationmap.api;

import io.liquidationmap.engine.Cluster;
import io.liquidationmap.engine.Estimate;
import io.liquidationmap.engine.ladder.Ladder;
import io.liquidationmap.engine.ladder.SafeLeverage;
import io.liquidationmap.engine.ladder.Zone;
import io.liquidationmap.engine.ladder.Zones;
import io.liquidationmap.engine.price.LiquidationFormula;
import io.liquidationmap.maps.LadderQuery;
import io.liquidationmap.maps.LadderReading;
import io.liquidationmap.maps.LadderView;
import io.liquidationmap.maps.Ladders;
import io.liquidationmap.maps.LiquidationMaps;
import io.liquidationmap.maps.Market;
import io.liquidationmap.maps.MarketQuery;
import io.liquidationmap.maps.MarketSnapshot;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.MarginSchedule;
import io.liquidationmap.market.Side;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Two zones, for longs cut at the cluster of [FakeMaps]; nothing within one percent.
record FakeLadders(LiquidationMaps maps) implements Ladders {

    @Override
    public LadderReading open(MarketQuery query) {
        return new Reading(maps.open(query));
    }

    private record Reading(MarketSnapshot snapshot) implements LadderReading {

        @Override
        public Market market() {
            return snapshot.market();
        }

        @Override
        public LadderView view(LadderQuery query) {
            SafeLeverage leverage = new SafeLeverage(
                    ContractType.LINEAR,
                    LiquidationFormula.MAINTENANCE_ON_VALUE,
                    MarginSchedule.assumed(ContractType.LINEAR));
            return new LadderView(
                    Ladder.over(zones(query), query.side(), query.capitalUsd(), leverage),
                    InstrumentId.of("binance", "BTCUSDT"),
                    "maintenance-on-value",
                    "assumed",
                    LocalDate.of(2026, 1, 1));
        }

        private Zones zones(LadderQuery query) {
            if (query.reach() <= 0.01) {
                return new Zones(Zones.Cut.QUANTILES, List.of());
            }
            Cluster cluster =
                    query.side() == Side.LONG ? snapshot.clusters(Side.LONG, 1).getFirst() : null;
            double out = -query.side().sign() * snapshot.price();
            Zone near = zone(0, out / 1024, cluster);
            Zone far = zone(out / 1024, out / 8, cluster);
            return new Zones(cluster == null ? Zones.Cut.QUANTILES : Zones.Cut.CLUSTERS, List.of(near, far));
        }

        private Zone zone(double from, double to, @Nullable Cluster cluster) {
            double price = snapshot.price();
            return new Zone(price + from, price + to, price + (from + to) / 2, new Estimate(4e8, null), cluster);
        }
    }
}
