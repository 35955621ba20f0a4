package io.liquidationmap.api;

import io.liquidationmap.engine.Imbalance;
import io.liquidationmap.engine.cascade.PriceImpact;
import io.liquidationmap.engine.context.Crowdedness;
import io.liquidationmap.engine.context.Standing;
import io.liquidationmap.maps.DistanceImbalance;
import io.liquidationmap.maps.HistoryQuery;
import io.liquidationmap.maps.ImbalanceHistory;
import io.liquidationmap.maps.ImbalancePoint;
import io.liquidationmap.maps.ImbalanceReading;
import io.liquidationmap.maps.ImbalanceView;
import io.liquidationmap.maps.ImbalanceView.Corroboration;
import io.liquidationmap.maps.ImbalanceView.DailyVolume;
import io.liquidationmap.maps.ImbalanceView.InContext;
import io.liquidationmap.maps.ImbalanceView.MapEnds;
import io.liquidationmap.maps.Imbalances;
import io.liquidationmap.maps.MapsFailures;
import io.liquidationmap.maps.Market;
import io.liquidationmap.maps.MarketQuery;
import io.liquidationmap.maps.MarketSnapshot;
import io.liquidationmap.maps.Model;
import io.liquidationmap.maps.PointInContext;
import io.liquidationmap.maps.PriceWindow;
import io.liquidationmap.market.InstrumentId;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;

/// The imbalance of [FakeMaps], unusual for the last half year, with too few days to say more.
record FakeImbalances(FakeMaps maps) implements Imbalances {

    @Override
    public ImbalanceReading open(MarketQuery query) {
        return new FakeReading(maps.open(query));
    }

    @Override
    public ImbalanceHistory history(HistoryQuery query) {
        if (query.from() != null && query.from().isBefore(FakeMaps.FIRST_BAR)) {
            throw MapsFailures.notCovered(FakeMaps.FIRST_BAR);
        }
        return new FakeHistory(maps.open(query.market()));
    }

    private record FakeReading(MarketSnapshot snapshot) implements ImbalanceReading {

        @Override
        public Market market() {
            return snapshot.market();
        }

        @Override
        public ImbalanceView view(PriceWindow window) {
            List<DistanceImbalance> present = snapshot.imbalance(window);
            Imbalance ends = present.getLast().imbalance();
            List<Standing> standings = List.of(
                    new Standing(180, 180, new Standing.Position(92.5, OptionalDouble.of(1.75), 0.8, 1.9)),
                    new Standing(730, 34, null));
            boolean judged = snapshot.market().model() == Model.CONSERVED;
            return new ImbalanceView(
                    List.of(new InContext(
                            present.getFirst(), standings, judged ? Crowdedness.of(2, 1.5, 4, 92.5, 5.5, 2) : null)),
                    new MapEnds(ends, new Imbalance(ends.low(), ends.high(), 23e9, 2.3e9, null, null, null)),
                    new DailyVolume(5e9, 14),
                    new PriceImpact(25e6, 5e9, 0.03),
                    List.of(
                            new Corroboration(InstrumentId.of("binance", "BTCUSDT"), 1.25, 0.0003),
                            new Corroboration(InstrumentId.of("binance", "BTCUSDC"), Double.NaN, Double.NaN)));
        }
    }

    private record FakeHistory(MarketSnapshot end) implements ImbalanceHistory {

        @Override
        public Market market() {
            return end.market();
        }

        @Override
        public List<ImbalancePoint> points() {
            return List.of(
                    point("2026-06-21T00:00:00Z", 64_000, 200e6, 100e6, true),
                    point("2026-06-22T00:00:00Z", 63_500, 300e6, 0, false));
        }

        /// The second has nothing below, and so no ratio to compare.
        @Override
        public List<PointInContext> inContext() {
            Standing.Position position = new Standing.Position(92.5, OptionalDouble.of(1.75), 0.8, 1.9);
            return List.of(
                    new PointInContext(points().getFirst(), List.of(List.of(new Standing(180, 120, position)))),
                    new PointInContext(points().getLast(), List.of(List.of())));
        }

        private static ImbalancePoint point(String asOf, double price, double up, double down, boolean warmingUp) {
            Imbalance sides = new Imbalance(price * 0.5, price * 1.5, up, down, null, null, null);
            return new ImbalancePoint(
                    Instant.parse(asOf), price, List.of(new DistanceImbalance(50.0, sides)), warmingUp, false, false);
        }
    }
}
