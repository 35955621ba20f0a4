package io.liquidationmap.api;

import io.liquidationmap.engine.Bucket;
import io.liquidationmap.engine.Buckets;
import io.liquidationmap.engine.MapComparison;
import io.liquidationmap.engine.MapComparison.Amount;
import io.liquidationmap.maps.ExactMap;
import io.liquidationmap.maps.ExactMap.KnownPart;
import io.liquidationmap.maps.ExactMaps;
import io.liquidationmap.maps.ExactQuery;
import io.liquidationmap.maps.LiquidationMaps;
import io.liquidationmap.maps.MapsFailures;
import io.liquidationmap.maps.MarketQuery;
import io.liquidationmap.maps.MarketSnapshot;
import io.liquidationmap.maps.Model;
import io.liquidationmap.maps.PriceWindow;
import io.liquidationmap.market.Range;
import io.liquidationmap.market.Side;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/// One known long and no known short, in the fake market.
final class FakeExactMaps implements ExactMaps {

    private final LiquidationMaps maps;

    FakeExactMaps(LiquidationMaps maps) {
        this.maps = maps;
    }

    @Override
    public ExactMap find(ExactQuery query) {
        if (query.symbol().equals("PRIVATE")) {
            throw MapsFailures.notPublic("binance");
        }
        MarketSnapshot snapshot =
                maps.open(new MarketQuery(query.symbol(), Set.of(), Range.ofDays(730), query.asOf(), Model.CONSERVED));
        return new ExactMap(
                snapshot.market(),
                snapshot.price(),
                new Buckets(
                        List.of(
                                new Bucket(63_000, 63_700, Side.LONG, 4e6, null, 4e6, null, List.of(), List.of()),
                                new Bucket(63_700, 64_400, Side.SHORT, 0, null, 0, null, List.of(), List.of())),
                        0,
                        1e6),
                List.of(
                        new KnownPart(
                                Side.LONG, 80e6, 2, 20e6, 5e6, 12e6, 3e6, Duration.ofMinutes(10), Duration.ofHours(5)),
                        new KnownPart(Side.SHORT, 80e6, 0, 0, 0, 0, 0, Duration.ZERO, Duration.ZERO)),
                new MapComparison(List.of(new Amount(0.05, Side.LONG, 4e6, 8e6, 1)), Double.NaN));
    }

    @Override
    public List<ExactMap> all() {
        return List.of(find(new ExactQuery("BTC", null, new PriceWindow.Span(20), PriceWindow.ANY_BUCKETS)));
    }
}
