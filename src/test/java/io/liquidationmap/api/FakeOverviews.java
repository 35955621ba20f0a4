package io.liquidationmap.api;

import io.liquidationmap.engine.Cluster;
import io.liquidationmap.maps.DistanceImbalance;
import io.liquidationmap.maps.LiquidationMaps;
import io.liquidationmap.maps.MarketQuery;
import io.liquidationmap.maps.MarketSnapshot;
import io.liquidationmap.maps.Model;
import io.liquidationmap.maps.OverviewQuery;
import io.liquidationmap.maps.Overviews;
import io.liquidationmap.maps.PriceWindow;
import io.liquidationmap.maps.SymbolOverview;
import io.liquidationmap.maps.SymbolOverview.Clusters;
import io.liquidationmap.maps.SymbolOverview.Summary;
import io.liquidationmap.market.Side;
import java.util.List;

/// A row of [FakeMaps], and one that says what is missing; named symbols fail as maps of them do.
record FakeOverviews(LiquidationMaps maps) implements Overviews {

    @Override
    public List<SymbolOverview> rows(OverviewQuery query) {
        String symbol = query.symbols().isEmpty() ? "BTC" : query.symbols().getFirst();
        MarketSnapshot snapshot =
                maps.open(new MarketQuery(symbol, query.venues(), query.range(), query.asOf(), query.model()));
        List<Cluster> shorts = snapshot.clusters(Side.SHORT, 10);
        Summary summary = new Summary(
                snapshot.market(),
                snapshot.price(),
                query.model() == Model.CONSERVED ? -0.0125 : Double.NaN,
                6e9,
                snapshot.imbalance(new PriceWindow.Span(40)).subList(0, 1).stream()
                        .map(at -> new DistanceImbalance(5.0, at.imbalance()))
                        .toList(),
                new Clusters(shorts.getLast(), shorts.getFirst()),
                new Clusters(null, null));
        return List.of(
                new SymbolOverview(symbol, summary, null),
                new SymbolOverview("ETH", null, "no bar of binance:ETHUSDT is stored yet"));
    }
}
