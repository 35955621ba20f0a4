package io.liquidationmap.alerts;

import io.liquidationmap.engine.Cluster;
import io.liquidationmap.engine.Imbalance;
import io.liquidationmap.engine.Triggered;
import io.liquidationmap.engine.context.Crowdedness;
import io.liquidationmap.engine.context.Label;
import io.liquidationmap.maps.CascadeView;
import io.liquidationmap.maps.ChangesView;
import io.liquidationmap.maps.DistanceImbalance;
import io.liquidationmap.maps.HistoryQuery;
import io.liquidationmap.maps.ImbalanceHistory;
import io.liquidationmap.maps.ImbalanceReading;
import io.liquidationmap.maps.ImbalanceView;
import io.liquidationmap.maps.Imbalances;
import io.liquidationmap.maps.LiquidationMaps;
import io.liquidationmap.maps.MapQuery;
import io.liquidationmap.maps.MapView;
import io.liquidationmap.maps.MapsFailures;
import io.liquidationmap.maps.Market;
import io.liquidationmap.maps.MarketQuery;
import io.liquidationmap.maps.MarketSnapshot;
import io.liquidationmap.maps.PriceSpan;
import io.liquidationmap.maps.PriceWindow;
import io.liquidationmap.maps.Reach;
import io.liquidationmap.maps.Realised;
import io.liquidationmap.maps.Realised.Source;
import io.liquidationmap.maps.RealisedLiquidations;
import io.liquidationmap.maps.RealisedQuery;
import io.liquidationmap.market.Completeness;
import io.liquidationmap.market.Side;
import io.liquidationmap.market.Venue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A market whose bars, clusters, labels and liquidations a test lays down.
class ScriptedMarket implements LiquidationMaps, RealisedLiquidations {

    private static final Venue VENUE = new Venue("binance");

    private final NavigableMap<Instant, Bar> bars = new TreeMap<>();
    private final List<Realised.Step> liquidations = new ArrayList<>();
    private final Set<String> broken = new HashSet<>();

    /// The next bar.
    void bar(Instant end, double price, @Nullable Label label, Cluster... clusters) {
        bars.put(end, new Bar(price, price, price, label, List.of(clusters)));
    }

    /// The next bar, which went further than it closed.
    void wick(Instant end, double price, double low, double high) {
        bars.put(end, new Bar(price, low, high, null, List.of()));
    }

    void liquidated(Instant from, Side side, double usd) {
        liquidations.add(new Realised.Step(from, VENUE, side, usd, 1L, Completeness.THROTTLED, 100, Source.EVENTS));
    }

    void clear() {
        bars.clear();
        liquidations.clear();
        broken.clear();
    }

    /// Every question about this symbol fails from now on.
    void breakDown(String symbol) {
        broken.add(symbol);
    }

    static Cluster cluster(Side side, double low, double high, double usd) {
        return new Cluster(side, low, high, (low + high) / 2, usd, null, 0.01, 0.5);
    }

    @Override
    public MarketSnapshot open(MarketQuery query) {
        if (broken.contains(query.symbol())) {
            throw new IllegalStateException("broken");
        }
        var bar = query.asOf() == null ? bars.lastEntry() : bars.floorEntry(query.asOf());
        if (bar == null) {
            throw MapsFailures.noDataYet("nothing is stored yet");
        }
        return new Snapshot(bar.getValue(), bars.headMap(bar.getKey(), true), market(query, bar.getKey()));
    }

    /// The same market's imbalance: 300 million US dollars up and 100 down, out to 10 %.
    Imbalances imbalances() {
        return new Imbalances() {
            @Override
            public ImbalanceReading open(MarketQuery query) {
                return new Reading((Snapshot) ScriptedMarket.this.open(query));
            }

            @Override
            public ImbalanceHistory history(HistoryQuery query) {
                throw new UnsupportedOperationException();
            }
        };
    }

    private static Market market(MarketQuery query, Instant asOf) {
        return new Market(
                query.symbol(),
                List.of(VENUE),
                query.range(),
                query.model(),
                asOf,
                false,
                List.of(),
                "conserved-1",
                "hash",
                asOf);
    }

    @Override
    public Realised find(RealisedQuery query) {
        Instant to = query.step().floor(query.to());
        List<Realised.Step> within = liquidations.stream()
                .filter(step -> !step.from().isBefore(query.from())
                        && step.from().plus(query.step().duration()).compareTo(to) <= 0)
                .toList();
        return new Realised(
                query.symbol(), List.of(VENUE), false, to, query.from(), to, within, List.of(), "1", "hash");
    }

    private record Bar(
            double price, double low, double high, @Nullable Label label, List<Cluster> clusters) {}

    /// @param bars up to the last
    private record Snapshot(Bar bar, NavigableMap<Instant, Bar> bars, Market market) implements MarketSnapshot {

        @Override
        public PriceSpan pricesSince(Instant from) {
            Collection<Bar> since = bars.tailMap(from, false).values();
            return new PriceSpan(
                    since.stream().mapToDouble(Bar::low).min().orElse(bar.price()),
                    since.stream().mapToDouble(Bar::high).max().orElse(bar.price()));
        }

        @Override
        public double price() {
            return bar.price();
        }

        @Override
        public List<Cluster> clusters(Side side, int limit) {
            return bar.clusters().stream()
                    .filter(cluster -> cluster.side() == side)
                    .toList();
        }

        @Override
        public double forcedShare() {
            throw new UnsupportedOperationException();
        }

        @Override
        public double openedAndSweptUsd(Side side, Duration during, double distance) {
            throw new UnsupportedOperationException();
        }

        @Override
        public OptionalDouble errorFactor() {
            throw new UnsupportedOperationException();
        }

        @Override
        public MapView map(MapQuery query) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Triggered triggeredAt(double price) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Reach reach(Side side, double usd) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<DistanceImbalance> imbalance(PriceWindow window) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ChangesView changesSince(Instant from, PriceWindow window, int buckets) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CascadeView cascade(double shock, @Nullable Double depthUsd) {
            throw new UnsupportedOperationException();
        }
    }

    private record Reading(Snapshot snapshot) implements ImbalanceReading {

        @Override
        public Market market() {
            return snapshot.market();
        }

        @Override
        public ImbalanceView view(PriceWindow window) {
            Imbalance sides = new Imbalance(90, 110, 300e6, 100e6, null, null, null);
            return new ImbalanceView(
                    List.of(new ImbalanceView.InContext(
                            new DistanceImbalance(10.0, sides),
                            List.of(),
                            new Crowdedness(snapshot.bar().label(), List.of()))),
                    new ImbalanceView.MapEnds(sides, sides),
                    new ImbalanceView.DailyVolume(5e9, 14),
                    null,
                    List.of());
        }
    }
}
