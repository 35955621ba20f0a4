package io.liquidationmap.engine;

import io.liquidationmap.market.Side;
import java.util.List;
import java.util.OptionalDouble;

/// The levels of any number of instruments of one asset on one price axis, in US dollars: what is liquidated, and
/// where, if price travels. Immutable.
///
/// Each instrument's levels are moved by the ratio of the common price to its own, so that its current price lands on
/// the common one; its dollars are those of its own map. Longs lie below the price and are liquidated on the way down,
/// shorts above and on the way up. A bin's quantity is spread evenly over the bin's prices, none of it across the
/// current price.
public final class LiquidationMap {

    private LiquidationMap() {}

    /// One instrument's contribution.
    ///
    /// @param source the name its amounts are reported under, usually the venue; several parts may share one
    /// @param map its levels
    public record Part(String source, LevelMap map) {}

    /// The map of these instruments together.
    ///
    /// @param price the common current price, quote per coin
    public static LiquidationMap of(double price, List<Part> parts) {
        throw new UnsupportedOperationException();
    }

    /// The common current price.
    public double price() {
        throw new UnsupportedOperationException();
    }

    /// All levels of a side, US dollars.
    public double totalUsd(Side side) {
        throw new UnsupportedOperationException();
    }

    /// The levels cut into the buckets of a window, with what lies outside it.
    public Buckets buckets(PriceWindow window) {
        throw new UnsupportedOperationException();
    }

    /// What is liquidated if price trades to `target`: shorts between the price and a target above it, longs between
    /// it and a target below it, nothing at the price itself.
    public Triggered at(double target) {
        throw new UnsupportedOperationException();
    }

    /// The nearest price at which `usd` of that side are liquidated; empty where the map holds less, which
    /// [#totalUsd(Side)] tells.
    ///
    /// @param usd positive
    public OptionalDouble priceFor(Side side, double usd) {
        throw new UnsupportedOperationException();
    }

    /// What is liquidated within the same distance up and down.
    ///
    /// @param distance fraction of the price, in (0, 1): 0.05 is ±5 %
    public Imbalance imbalance(double distance) {
        throw new UnsupportedOperationException();
    }

    /// What is liquidated between the price and each end of the window.
    public Imbalance imbalance(PriceWindow window) {
        throw new UnsupportedOperationException();
    }

    /// The heaviest clusters of a side, heaviest first: stretches of price that hold more than their surroundings.
    ///
    /// @param limit how many at most
    public List<Cluster> clusters(Side side, int limit) {
        throw new UnsupportedOperationException();
    }
}
