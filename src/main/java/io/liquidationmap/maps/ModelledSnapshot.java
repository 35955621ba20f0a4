package io.liquidationmap.maps;

import io.liquidationmap.engine.Cluster;
import io.liquidationmap.engine.LevelMap;
import io.liquidationmap.engine.LiquidationMap;
import io.liquidationmap.engine.MapChanges;
import io.liquidationmap.engine.SideLevels;
import io.liquidationmap.engine.Triggered;
import io.liquidationmap.maps.ImbalanceView.DailyVolume;
import io.liquidationmap.maps.MapView.Reconciliation;
import io.liquidationmap.maps.QuestionException.NotCovered;
import io.liquidationmap.market.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// The answers to one question. The levels are worked out when the first answer needs them, because most questions
/// are repeated and only ask whether anything has changed.
final class ModelledSnapshot implements MarketSnapshot {

    private final Market market;
    private final List<Contribution> contributions;
    private final Groundworks groundworks;
    private final EnginePool pool;
    private final double price;
    private volatile @Nullable Levels levels;

    ModelledSnapshot(Market market, List<Contribution> contributions, Groundworks groundworks, EnginePool pool) {
        this.market = market;
        this.contributions = contributions;
        this.groundworks = groundworks;
        this.pool = pool;
        this.price = commonPrice(contributions);
    }

    @Override
    public Market market() {
        return market;
    }

    @Override
    public double price() {
        return price;
    }

    @Override
    public PriceSpan pricesSince(Instant from) {
        return new ColumnPrices(contributions, from).span();
    }

    @Override
    public double forcedShare() {
        return mean(contributions, Contribution::forcedShare);
    }

    @Override
    public double openedAndSweptUsd(Side side, Duration during, double distance) {
        double days = (double) during.toMillis() / Duration.ofDays(1).toMillis();
        return contributions.stream()
                .mapToDouble(contribution -> contribution.openInterestUsd()
                        * contribution.model().parameters().openedAndSwept(side, days, distance))
                .sum();
    }

    @Override
    public MapView map(MapQuery query) {
        Levels known = levels();
        return pool.compute(() -> {
            var window = query.window().around(price, query.buckets());
            return new MapView(
                    price,
                    known.combined.buckets(window),
                    imbalance(known.combined, query.window()),
                    known.reconcile());
        });
    }

    @Override
    public Triggered triggeredAt(double target) {
        return compute(map -> map.at(target));
    }

    @Override
    public Reach reach(Side side, double usd) {
        return compute(map -> new Reach(price, side, usd, map.priceFor(side, usd), map.totalUsd(side)));
    }

    @Override
    public List<Cluster> clusters(Side side, int limit) {
        return compute(map -> map.clusters(side, limit));
    }

    @Override
    public List<DistanceImbalance> imbalance(PriceWindow window) {
        return compute(map -> imbalance(map, window));
    }

    @Override
    public OptionalDouble errorFactor() {
        return compute(LiquidationMap::errorFactor);
    }

    @Override
    public ChangesView changesSince(Instant from, PriceWindow window, int buckets) {
        List<Contribution> then = contributions.stream()
                .map(contribution -> contribution.asOf(from))
                .filter(Contribution::isKnown)
                .toList();
        if (then.isEmpty()) {
            throw new NotCovered(contributions.stream()
                    .map(contribution -> contribution.held().levels().from())
                    .min(Comparator.naturalOrder())
                    .orElseThrow());
        }
        return pool.compute(() -> {
            List<MapChanges.Part> parts = contributions.stream()
                    .map(contribution -> new MapChanges.Part(
                            contribution.instrument().venue().name(), contribution.changesSince(from, market.range())))
                    .toList();
            return new ChangesView(commonPrice(then), MapChanges.of(price, window.around(price, buckets), parts));
        });
    }

    @Override
    public CascadeView cascade(double shock, @Nullable Double depthUsd) {
        CascadeView.Assumptions assumptions = assumptions(depthUsd);
        return compute(map -> new CascadeRun(map, assumptions).after(shock));
    }

    /// What is put in beside the map where forced flow moves price.
    ///
    /// @param depthUsd resting orders within 1 % of the price; null to have them estimated
    CascadeView.Assumptions assumptions(@Nullable Double depthUsd) {
        DailyVolume volume = Turnover.of(contributions);
        return new CascadeView.Assumptions(
                depthUsd != null ? depthUsd : CascadeView.DEPTH_OF_DAILY_VOLUME * volume.usd(),
                depthUsd != null,
                volume,
                mean(contributions, DailyVolatility::of),
                forcedShare());
    }

    /// What it is answered from, one entry per instrument.
    List<Contribution> contributions() {
        return contributions;
    }

    /// Draws something from the map, on a thread of the pool. To be called from outside it.
    <T> T compute(Function<LiquidationMap, T> drawn) {
        LiquidationMap map = levels().combined;
        return pool.compute(() -> drawn.apply(map));
    }

    private List<DistanceImbalance> imbalance(LiquidationMap map, PriceWindow window) {
        List<DistanceImbalance> all = new ArrayList<>();
        for (double pct : DistanceImbalance.DISTANCES_PCT) {
            all.add(new DistanceImbalance(pct, map.imbalance(pct / 100)));
        }
        all.add(new DistanceImbalance(null, map.imbalance(window.around(price, PriceWindow.ANY_BUCKETS))));
        return all;
    }

    private Levels levels() {
        Levels known = levels;
        if (known == null) {
            synchronized (this) {
                known = levels;
                if (known == null) {
                    known = draw();
                    levels = known;
                }
            }
        }
        return known;
    }

    private Levels draw() {
        List<LevelMap> maps = pool.computeAll(contributions.stream()
                .<Callable<LevelMap>>map(
                        contribution -> () -> groundworks.map(contribution, market.range(), market.model()))
                .toList());
        List<LiquidationMap.Part> parts = new ArrayList<>();
        for (int i = 0; i < maps.size(); i++) {
            String venue = contributions.get(i).instrument().venue().name();
            parts.add(new LiquidationMap.Part(
                    venue, maps.get(i), contributions.get(i).uncertainty(market.model())));
        }
        LiquidationMap combined = pool.compute(() -> LiquidationMap.of(price, parts));
        return new Levels(contributions, maps, combined);
    }

    /// One axis for all.
    static double commonPrice(List<Contribution> contributions) {
        return mean(contributions, Contribution::close);
    }

    /// The mean over the instruments, weighted by open interest; a plain mean where none is known.
    static double mean(List<Contribution> contributions, ToDoubleFunction<Contribution> value) {
        double weights = 0;
        double weighted = 0;
        double sum = 0;
        for (Contribution contribution : contributions) {
            double weight = contribution.openInterestUsd();
            weights += weight;
            weighted += weight * value.applyAsDouble(contribution);
            sum += value.applyAsDouble(contribution);
        }
        if (contributions.size() == 1) {
            return sum;
        }
        return weights > 0 ? weighted / weights : sum / contributions.size();
    }

    private record Levels(List<Contribution> contributions, List<LevelMap> maps, LiquidationMap combined) {

        List<Reconciliation> reconcile() {
            List<Reconciliation> all = new ArrayList<>();
            for (int i = 0; i < maps.size(); i++) {
                for (Side side : Side.values()) {
                    all.add(reconcile(contributions.get(i), maps.get(i), side));
                }
            }
            return all;
        }

        private static Reconciliation reconcile(Contribution contribution, LevelMap map, Side side) {
            SideLevels levels = map.side(side);
            double openInterest = map.usd(levels.openInterest());
            double inLevels = map.usd(levels.levels());
            double unlevered = map.usd(levels.unlevered());
            double before = map.usd(levels.openedBefore());
            return new Reconciliation(
                    contribution.instrument().id(),
                    side,
                    openInterest,
                    inLevels,
                    unlevered,
                    before,
                    openInterest - inLevels - unlevered - before);
        }
    }
}
