package io.liquidationmap.api;

import io.liquidationmap.engine.Heatmap;
import io.liquidationmap.maps.HeatmapQuery;
import io.liquidationmap.maps.HeatmapReading;
import io.liquidationmap.maps.HeatmapView;
import io.liquidationmap.maps.Heatmaps;
import io.liquidationmap.maps.MapsFailures;
import io.liquidationmap.maps.Market;
import io.liquidationmap.maps.MarketSnapshot;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.Side;
import java.time.Instant;
import java.util.List;

/// Two times, of which the first has no bar, over hourly bars.
record FakeHeatmaps(FakeMaps maps) implements Heatmaps {

    @Override
    public HeatmapReading open(HeatmapQuery query) {
        MarketSnapshot end = maps.open(query.market());
        if (query.step() != null && query.step().compareTo(Interval.ONE_HOUR) < 0) {
            throw MapsFailures.stepTooShort(Interval.ONE_HOUR);
        }
        return new FakeReading(query, end);
    }

    private record FakeReading(HeatmapQuery query, MarketSnapshot end) implements HeatmapReading {

        @Override
        public Market market() {
            return end.market();
        }

        @Override
        public Interval step() {
            return query.step() == null ? Interval.ONE_HOUR : query.step();
        }

        @Override
        public HeatmapView view() {
            Heatmap amounts = new Heatmap(2, query.buckets());
            amounts.add(Side.LONG, 0, 0, 12_345.4);
            amounts.add(Side.LONG, 0, 3, 0.49);
            amounts.add(Side.SHORT, 0, 3, 0.5);
            amounts.add(Side.LONG, 1, 2, 358e6);
            amounts.add(Side.SHORT, 1, 2, 1e6);
            return new HeatmapView(
                    List.of(
                            new HeatmapView.Column(
                                    Instant.parse("2026-06-22T06:00:00Z"), Double.NaN, Double.NaN, Double.NaN, 63_500),
                            new HeatmapView.Column(
                                    Instant.parse("2026-06-22T07:00:00Z"), 63_500, 64_000, 63_250, 63_700)),
                    query.window().around(end.price(), query.buckets()),
                    amounts);
        }
    }
}
