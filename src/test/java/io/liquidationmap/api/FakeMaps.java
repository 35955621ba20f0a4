package io.liquidationmap.api;

import io.liquidationmap.engine.Band;
import io.liquidationmap.engine.Bucket;
import io.liquidationmap.engine.Buckets;
import io.liquidationmap.engine.Change;
import io.liquidationmap.engine.Cluster;
import io.liquidationmap.engine.Estimate;
import io.liquidationmap.engine.Imbalance;
import io.liquidationmap.engine.MapChanges;
import io.liquidationmap.engine.MapChanges.InBucket;
import io.liquidationmap.engine.MapChanges.OfSide;
import io.liquidationmap.engine.MapChanges.OfSource;
import io.liquidationmap.engine.Share;
import io.liquidationmap.engine.Triggered;
import io.liquidationmap.engine.cascade.Cascade;
import io.liquidationmap.engine.cascade.DepthScenario;
import io.liquidationmap.engine.cascade.ForcedFlow;
import io.liquidationmap.engine.cascade.PriceImpact;
import io.liquidationmap.maps.CascadeView;
import io.liquidationmap.maps.ChangesView;
import io.liquidationmap.maps.Coverage;
import io.liquidationmap.maps.DistanceImbalance;
import io.liquidationmap.maps.ImbalanceView.DailyVolume;
import io.liquidationmap.maps.LiquidationMaps;
import io.liquidationmap.maps.MapQuery;
import io.liquidationmap.maps.MapView;
import io.liquidationmap.maps.MapsFailures;
import io.liquidationmap.maps.Market;
import io.liquidationmap.maps.MarketQuery;
import io.liquidationmap.maps.MarketSnapshot;
import io.liquidationmap.maps.Model;
import io.liquidationmap.maps.PriceSpan;
import io.liquidationmap.maps.PriceWindow;
import io.liquidationmap.maps.Reach;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.Side;
import io.liquidationmap.market.Venue;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;

/// A market of four buckets around 63 700 US dollars. Symbols in capitals that say so fail in the way they say.
class FakeMaps implements LiquidationMaps {

    static final Instant FIRST_BAR = Instant.parse("2026-01-01T00:00:00Z");
    static final Instant LAST_BAR_END = Instant.parse("2026-06-22T07:00:00Z");
    static final Venue BINANCE = new Venue("binance");

    static final String INPUT_HASH = "0123456789abcdef";

    /// How many maps have been computed.
    final AtomicInteger computed = new AtomicInteger();

    /// Digest of the fake input.
    volatile String inputHash = INPUT_HASH;

    @Override
    public MarketSnapshot open(MarketQuery query) {
        switch (query.symbol()) {
            case "UNKNOWN" -> throw MapsFailures.unknownSymbol("BTC");
            case "EMPTY" -> throw MapsFailures.noDataYet("no bar of binance:EMPTYUSDT is stored yet");
            case "BUSY" -> throw MapsFailures.busy();
            case "DOWN" -> throw new DataAccessResourceFailureException("connection to 10.0.0.7:5432 refused");
            case "BUG" -> throw new IllegalStateException("secret of the inside");
            default -> {}
        }
        if (query.venues().contains(new Venue("nowhere"))) {
            throw MapsFailures.unknownVenue("nowhere is not known; known are [binance]");
        }
        if (query.asOf() != null && query.asOf().isBefore(FIRST_BAR)) {
            throw MapsFailures.notCovered(FIRST_BAR);
        }
        Instant asOf = query.asOf() == null ? LAST_BAR_END : query.asOf();
        return new FakeSnapshot(new Market(
                query.symbol(),
                List.of(BINANCE),
                query.range(),
                query.model(),
                asOf,
                false,
                List.of(coverage()),
                "conserved-1",
                inputHash,
                LAST_BAR_END));
    }

    private static Coverage coverage() {
        return new Coverage(
                InstrumentId.of("binance", "BTCUSDT"),
                Interval.ONE_HOUR,
                FIRST_BAR,
                LAST_BAR_END,
                720,
                719,
                0,
                false,
                false,
                false,
                3,
                "none",
                "built-in table",
                LocalDate.of(2026, 6, 18));
    }

    private final class FakeSnapshot implements MarketSnapshot {

        private final Market market;

        FakeSnapshot(Market market) {
            this.market = market;
        }

        @Override
        public Market market() {
            return market;
        }

        @Override
        public double price() {
            return 63_700;
        }

        @Override
        public PriceSpan pricesSince(Instant from) {
            return new PriceSpan(price(), price());
        }

        @Override
        public double openedAndSweptUsd(Side side, Duration during, double distance) {
            return 0;
        }

        @Override
        public double forcedShare() {
            return 0.55;
        }

        @Override
        public MapView map(MapQuery query) {
            computed.incrementAndGet();
            InstrumentId instrument = InstrumentId.of("binance", "BTCUSDT");
            return new MapView(
                    price(),
                    new Buckets(
                            List.of(
                                    bucket(63_000, 63_350, Side.LONG, 20e6, 410e6),
                                    bucket(63_350, 63_700, Side.LONG, 390e6, 390e6),
                                    bucket(63_700, 64_050, Side.SHORT, 0.000012, 0.000012),
                                    bucket(64_050, 64_400, Side.SHORT, 358e6, 358_000_000.000012)),
                            5e9,
                            0),
                    imbalance(query.window()),
                    List.of(new MapView.Reconciliation(instrument, Side.LONG, 6e9, 4.1e8, 1e9, 4.59e9, 0)));
        }

        private Bucket bucket(double low, double high, Side side, double usd, double cumulative) {
            return new Bucket(
                    low,
                    high,
                    side,
                    usd,
                    band(usd),
                    cumulative,
                    band(cumulative),
                    List.of(new Share("5", usd / 4), new Share("10", usd / 4), new Share("cross", usd / 2)),
                    List.of(new Share("binance", usd)));
        }

        @Override
        public Triggered triggeredAt(double price) {
            Side side = price > price() ? Side.SHORT : Side.LONG;
            return new Triggered(
                    price,
                    side,
                    358e6,
                    band(358e6),
                    forced(358e6),
                    List.of(new Share("10", 358e6)),
                    List.of(new Share("binance", 358e6)));
        }

        @Override
        public Reach reach(Side side, double usd) {
            OptionalDouble target = usd <= 358e6 ? OptionalDouble.of(64_400) : OptionalDouble.empty();
            return new Reach(price(), side, usd, target, 358e6);
        }

        @Override
        public List<Cluster> clusters(Side side, int limit) {
            List<Cluster> all = side == Side.SHORT
                    ? List.of(
                            new Cluster(side, 64_000, 64_400, 64_200, 3e8, band(3e8), 0.0078125, 0.75),
                            new Cluster(side, 63_800, 63_900, 63_850, 1e8, band(1e8), 0.00234375, 0.25))
                    : List.of(new Cluster(side, 63_400, 63_600, 63_500, 4e8, band(4e8), -0.003, 1));
            return all.subList(0, Math.min(limit, all.size()));
        }

        @Override
        public ChangesView changesSince(Instant from, PriceWindow window, int buckets) {
            if (from.isBefore(FIRST_BAR)) {
                throw MapsFailures.notCovered(FIRST_BAR);
            }
            Change longs = new Change(5e6, 2e6, 3e6, 1e6, 3e6);
            Change shorts = new Change(0, 0.000012, 0, 0, 0.000012);
            Change nothing = new Change(0, 0, 0, 0, 0);
            return new ChangesView(
                    64_200,
                    new MapChanges(
                            List.of(
                                    new InBucket(63_350, 63_700, Side.LONG, longs),
                                    new InBucket(63_350, 63_700, Side.SHORT, nothing),
                                    new InBucket(63_700, 64_050, Side.LONG, nothing),
                                    new InBucket(63_700, 64_050, Side.SHORT, shorts)),
                            List.of(new OfSide(Side.LONG, nothing), new OfSide(Side.SHORT, shorts)),
                            List.of(
                                    new OfSource("binance", Side.LONG, longs),
                                    new OfSource("binance", Side.SHORT, shorts.plus(shorts)))));
        }

        @Override
        public List<DistanceImbalance> imbalance(PriceWindow window) {
            return List.of(
                    new DistanceImbalance(2.0, sides(62_426, 64_974, 358e6, 179e6)),
                    new DistanceImbalance(null, sides(38_220, 89_180, 5e9, 0)));
        }

        private Imbalance sides(double low, double high, double up, double down) {
            Band above = band(up);
            Band below = band(down);
            return above == null || below == null
                    ? new Imbalance(low, high, up, down, null, null, null)
                    : new Imbalance(
                            low,
                            high,
                            up,
                            down,
                            new Imbalance.Bands(above, below, down > 0 ? band(up / down) : null),
                            forced(up),
                            forced(down));
        }

        /// Two clusters; in the market of that name, without a known volume.
        @Override
        public CascadeView cascade(double shock, @Nullable Double depthUsd) {
            double volume = market.symbol().equals("QUIET") ? Double.NaN : 20e9;
            double depth = depthUsd == null ? CascadeView.DEPTH_OF_DAILY_VOLUME * volume : depthUsd;
            Side side = shock < 0 ? Side.LONG : Side.SHORT;
            List<CascadeView.Outcome> outcomes = new ArrayList<>();
            for (DepthScenario scenario : DepthScenario.values()) {
                if (depth > 0) {
                    PriceImpact impact = new PriceImpact(depth * scenario.factor(), volume, 0.025);
                    outcomes.add(new CascadeView.Outcome(
                            scenario,
                            Cascade.after(Math.abs(shock), flow(1), impact),
                            isConserved() ? Cascade.after(Math.abs(shock), flow(0.5), impact) : null,
                            isConserved() ? Cascade.after(Math.abs(shock), flow(2), impact) : null));
                }
            }
            return new CascadeView(
                    side,
                    price() * (1 - 0.25 * side.sign()),
                    new CascadeView.Assumptions(
                            depth, depthUsd != null, new DailyVolume(volume, 14), 0.025, forcedShare()),
                    outcomes);
        }

        private ForcedFlow flow(double factor) {
            return ForcedFlow.through(
                    new double[] {0.01, 0.015, 0.2, 0.25},
                    new double[] {0, factor * 30e6, factor * 40e6, factor * 128e6});
        }

        @Override
        public OptionalDouble errorFactor() {
            return isConserved() ? OptionalDouble.of(2) : OptionalDouble.empty();
        }

        /// The opened model claims nothing.
        private @Nullable Band band(double usd) {
            return isConserved() ? new Band(usd / 2, usd * 2) : null;
        }

        private @Nullable Estimate forced(double usd) {
            return isConserved() ? new Estimate(usd / 2, band(usd / 2)) : null;
        }

        private boolean isConserved() {
            return market.model() == Model.CONSERVED;
        }
    }
}
