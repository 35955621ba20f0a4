package io.liquidationmap.maps;

import io.liquidationmap.engine.Cluster;
import io.liquidationmap.engine.Triggered;
import io.liquidationmap.market.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// The positions behind one question, fixed at the moment it was asked: all answers drawn from one snapshot agree.
/// Amounts are US dollars at the current price; the sources of their parts are venue names. Safe for use by several
/// threads.
public interface MarketSnapshot {

    /// What is answered, and from what.
    Market market();

    /// The current price: close of the last bar, over several instruments weighted by open interest.
    double price();

    /// Between which prices the market moved in the bars that ended after `from`, the current price included; over several
    /// instruments the lowest and highest prices weighted by open interest.
    PriceSpan pricesSince(Instant from);

    /// The part of what a map holds that is expected to be force-closed when price gets there, best estimate; over
    /// several instruments weighted by open interest, a plain mean where none is known.
    double forcedShare();

    /// What is expected to be opened within a time and reached by price before its end, beside what is open already:
    /// US dollars, not part of any map.
    ///
    /// @param distance how far price moves against the side, as a fraction of it
    double openedAndSweptUsd(Side side, Duration during, double distance);

    /// The number by which amounts within ±10 % of the price are to be multiplied and divided to get the band in which
    /// the truth lies in four of five cases; empty where no band is claimed.
    OptionalDouble errorFactor();

    /// The whole map.
    MapView map(MapQuery query);

    /// What is liquidated if price trades to `price`.
    ///
    /// @param price positive
    Triggered triggeredAt(double price);

    /// How far price must go until so much is liquidated.
    ///
    /// @param side shorts for a rise, longs for a fall
    /// @param usd positive
    Reach reach(Side side, double usd);

    /// The heaviest levels of a side, heaviest first.
    ///
    /// @param limit how many at most
    List<Cluster> clusters(Side side, int limit);

    /// Both sides against each other at 2, 5, 10 and 20 % and at the ends of the window.
    List<DistanceImbalance> imbalance(PriceWindow window);

    /// What became of the levels since an earlier moment: of the positions that the map counts, those opened in its
    /// range, with what was known of them as of the map.
    ///
    /// @param from before the instant the map is for, and not before the beginning of its range
    /// @param buckets number of equal-width buckets over the window
    /// @throws QuestionException if the data begin after `from`
    ChangesView changesSince(Instant from, PriceWindow window, int buckets);

    /// What a shock would set off.
    ///
    /// @param shock as a fraction of the price: negative for a fall, not 0
    /// @param depthUsd resting orders within 1 % of the price on the side it runs into, US dollars, positive; null to
    ///     have it estimated from what is traded
    CascadeView cascade(double shock, @Nullable Double depthUsd);
}
