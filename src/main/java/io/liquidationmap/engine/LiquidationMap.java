package io.liquidationmap.engine;

import io.liquidationmap.market.Side;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/// The levels of any number of instruments of one asset on one price axis, in US dollars: what is liquidated, and
/// where, if price travels. Immutable.
///
/// Each instrument's levels are moved by the ratio of the common price to its own, so that its current price lands on
/// the common one; its dollars are those of its own map. Longs lie below the price and are liquidated on the way down,
/// shorts above and on the way up. A bin's quantity is spread evenly over the bin's prices, none of it across the
/// current price.
public final class LiquidationMap {

    private final double price;
    private final List<Part> parts;
    private final List<SideCurve> longs;
    private final List<SideCurve> shorts;

    private LiquidationMap(double price, List<Part> parts) {
        this.price = price;
        this.parts = List.copyOf(parts);
        longs = parts.stream()
                .map(part -> new SideCurve(Side.LONG, price, part))
                .toList();
        shorts = parts.stream()
                .map(part -> new SideCurve(Side.SHORT, price, part))
                .toList();
    }

    /// One instrument's contribution.
    ///
    /// @param source the name its amounts are reported under, usually the venue; several parts may share one
    /// @param map its levels
    public record Part(String source, LevelMap map) {}

    /// The map of these instruments together.
    ///
    /// @param price the common current price, quote per coin, positive
    public static LiquidationMap of(double price, List<Part> parts) {
        if (!(price > 0) || Double.isInfinite(price)) {
            throw new IllegalArgumentException("the price of a map must be a positive number");
        }
        return new LiquidationMap(price, parts);
    }

    /// The common current price.
    public double price() {
        return price;
    }

    /// All levels of a side, US dollars.
    public double totalUsd(Side side) {
        return usdWithin(side, Double.POSITIVE_INFINITY);
    }

    /// The levels cut into the buckets of a window, with what lies outside it.
    public Buckets buckets(PriceWindow window) {
        return new Bucketing(window, price).cut(this::cells);
    }

    /// What is liquidated if price trades to `target`: shorts between the price and a target above it, longs between
    /// it and a target below it, nothing at the price itself.
    ///
    /// @param target quote per coin, positive
    public Triggered at(double target) {
        Side side = target > price ? Side.SHORT : Side.LONG;
        CellTotals cell = cells(side, new double[] {SideCurve.outwards(side, price), SideCurve.outwards(side, target)});
        return new Triggered(target, side, cell.usd(0), cell.byLeverage(0), cell.bySource(0));
    }

    /// The nearest price at which `usd` of that side are liquidated; empty where the map holds less, which
    /// [#totalUsd(Side)] tells.
    ///
    /// @param usd positive
    public OptionalDouble priceFor(Side side, double usd) {
        if (!(usd > 0)) {
            throw new IllegalArgumentException("an amount must be positive");
        }
        double[] edges = curves(side).stream()
                .flatMapToDouble(curve -> DoubleStream.of(curve.edges()))
                .sorted()
                .toArray();
        int low = 0;
        int high = edges.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (usdWithin(side, edges[middle]) < usd) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        if (low == edges.length) {
            return OptionalDouble.empty();
        }
        // Nothing lies nearer than the first edge, so the answer lies between two of them.
        double nearer = usdWithin(side, edges[low - 1]);
        double part = (usd - nearer) / (usdWithin(side, edges[low]) - nearer);
        double found = edges[low - 1] + part * (edges[low] - edges[low - 1]);
        return OptionalDouble.of(SideCurve.outwards(side, found));
    }

    /// What is liquidated within the same distance up and down.
    ///
    /// @param distance fraction of the price, in (0, 1): 0.05 is ±5 %
    public Imbalance imbalance(double distance) {
        if (!(distance > 0 && distance < 1)) {
            throw new IllegalArgumentException("a distance must lie between 0 and 1");
        }
        return imbalance(price * (1 - distance), price * (1 + distance));
    }

    /// What is liquidated between the price and each end of the window.
    public Imbalance imbalance(PriceWindow window) {
        return imbalance(window.low(), window.high());
    }

    private Imbalance imbalance(double low, double high) {
        return new Imbalance(
                low,
                high,
                usdWithin(Side.SHORT, SideCurve.outwards(Side.SHORT, high)),
                usdWithin(Side.LONG, SideCurve.outwards(Side.LONG, low)));
    }

    /// The heaviest clusters of a side, heaviest first: stretches of price that hold more than their surroundings.
    ///
    /// @param limit how many at most
    public List<Cluster> clusters(Side side, int limit) {
        return new ClusterSearch(
                        side, price, totalUsd(side), target -> usdWithin(side, SideCurve.outwards(side, target)))
                .heaviest(limit);
    }

    /// What lies between the current price and `target`, which is counted outwards ([SideCurve]).
    private double usdWithin(Side side, double target) {
        double usd = 0;
        for (SideCurve curve : curves(side)) {
            usd += curve.usdWithin(target);
        }
        return usd;
    }

    private CellTotals cells(Side side, double[] edges) {
        CellTotals cells = new CellTotals(edges, parts);
        curves(side).forEach(curve -> curve.addTo(cells));
        return cells;
    }

    private List<SideCurve> curves(Side side) {
        return side == Side.LONG ? longs : shorts;
    }
}
