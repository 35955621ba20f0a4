package io.liquidationmap.engine;

import io.liquidationmap.market.Side;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/// The levels of any number of instruments of one asset on one price axis, in US dollars: what is liquidated, and
/// where, if price travels. Immutable.
///
/// Each instrument's levels are moved by the ratio of the common price to its own, so that its current price lands on
/// the common one; its dollars are those of its own map. Longs lie below the price and are liquidated on the way down,
/// shorts above and on the way up. A bin's quantity is spread evenly over the bin's prices, none of it across the
/// current price.
public final class LiquidationMap {

    /// The distance at which one number says how sure a map is.
    private static final double NEAR = 0.1;

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
    /// @param uncertainty how little is known about them; null where no band is to be claimed
    public record Part(
            String source, LevelMap map, @Nullable Uncertainty uncertainty) {

        /// A contribution without any claim about its error.
        public Part(String source, LevelMap map) {
            this(source, map, null);
        }
    }

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
        return usdTo(side, Double.POSITIVE_INFINITY);
    }

    /// The levels cut into the buckets of a window, with what lies outside it.
    public Buckets buckets(PriceWindow window) {
        return new Bucketing(window, price).cut(this::cells, this::reached);
    }

    /// What is liquidated if price trades to `target`: shorts between the price and a target above it, longs between
    /// it and a target below it, nothing at the price itself.
    ///
    /// @param target quote per coin, positive
    public Triggered at(double target) {
        Side side = target > price ? Side.SHORT : Side.LONG;
        CellTotals cell = cells(side, new double[] {SideCurve.outwards(side, price), SideCurve.outwards(side, target)});
        Reached reached = reached(side, SideCurve.outwards(side, target));
        return new Triggered(
                target,
                side,
                cell.usd(0),
                Reached.bandOf(reached),
                Reached.forcedOf(reached),
                cell.byLeverage(0),
                cell.bySource(0));
    }

    /// What is liquidated if price goes so far.
    ///
    /// @param distance as a fraction of the price, positive
    /// @return US dollars
    public double usdWithin(Side side, double distance) {
        return usdTo(side, SideCurve.outwards(side, price * (1 - side.sign() * distance)));
    }

    /// What of it would really be force-closed.
    ///
    /// @param distance as a fraction of the price, positive
    /// @return null where no band is claimed
    public @Nullable Estimate forcedWithin(Side side, double distance) {
        return Reached.forcedOf(reached(side, SideCurve.outwards(side, price * (1 - side.sign() * distance))));
    }

    /// What is liquidated between two prices on one side of the current one.
    ///
    /// @param near the price that is reached first; at the current price or beyond
    /// @param far the one that is reached last
    public Estimate between(Side side, double near, double far) {
        double nearer = SideCurve.outwards(side, near);
        double farther = SideCurve.outwards(side, far);
        Reached before = reached(side, nearer);
        Reached all = reached(side, farther);
        Band band = before == null || all == null ? null : all.beyond(before).band();
        return new Estimate(usdTo(side, farther) - usdTo(side, nearer), band);
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
            if (usdTo(side, edges[middle]) < usd) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        if (low == edges.length) {
            return OptionalDouble.empty();
        }
        // Nothing lies nearer than the first edge, so the answer lies between two of them.
        double nearer = usdTo(side, edges[low - 1]);
        double part = (usd - nearer) / (usdTo(side, edges[low]) - nearer);
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
        double up = SideCurve.outwards(Side.SHORT, high);
        double down = SideCurve.outwards(Side.LONG, low);
        Reached above = reached(Side.SHORT, up);
        Reached below = reached(Side.LONG, down);
        Imbalance.Bands bands = above == null || below == null
                ? null
                : new Imbalance.Bands(
                        above.band(), below.band(), above.exposure().ratioBand(below.exposure()));
        return new Imbalance(
                low,
                high,
                usdTo(Side.SHORT, up),
                usdTo(Side.LONG, down),
                bands,
                Reached.forcedOf(above),
                Reached.forcedOf(below));
    }

    /// The number by which amounts within ±10 % of the price are to be multiplied and divided to get their bands: the
    /// geometric mean of both sides; empty where no band is claimed or a side holds nothing.
    public OptionalDouble errorFactor() {
        Reached above = reached(Side.SHORT, SideCurve.outwards(Side.SHORT, price * (1 + NEAR)));
        Reached below = reached(Side.LONG, SideCurve.outwards(Side.LONG, price * (1 - NEAR)));
        if (above == null
                || below == null
                || above.exposure().usd() <= 0
                || below.exposure().usd() <= 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(
                Math.sqrt(above.exposure().factor() * below.exposure().factor()));
    }

    /// The heaviest clusters of a side, heaviest first: stretches of price that hold more than their surroundings.
    ///
    /// @param limit how many at most
    public List<Cluster> clusters(Side side, int limit) {
        return new ClusterSearch(side, price, totalUsd(side), target -> usdTo(side, SideCurve.outwards(side, target)))
                .heaviest(limit).stream().map(this::withBand).toList();
    }

    private Cluster withBand(Cluster cluster) {
        Side side = cluster.side();
        boolean below = side == Side.LONG;
        Band band = between(side, below ? cluster.high() : cluster.low(), below ? cluster.low() : cluster.high())
                .band();
        return band == null ? cluster : cluster.withBand(band);
    }

    /// What lies between the current price and `target`, which is counted outwards ([SideCurve]), with its spread; null
    /// where no band is claimed for one of the parts.
    private @Nullable Reached reached(Side side, double target) {
        int members = curves(side).stream().mapToInt(SideCurve::members).min().orElse(0);
        if (members == 0) {
            return null;
        }
        Spread exposure = new Spread(members);
        Spread forced = new Spread(members);
        double openInterestUsd = 0;
        for (SideCurve curve : curves(side)) {
            curve.addWithin(target, exposure, forced);
            openInterestUsd += curve.openInterestUsd();
        }
        return new Reached(exposure, forced, openInterestUsd);
    }

    /// What lies between the current price and `target`, which is counted outwards ([SideCurve]).
    private double usdTo(Side side, double target) {
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
