package io.liquidationmap.simulation;

import io.liquidationmap.market.Interval;
import java.time.Instant;

/// One market of a list: its parameters and its luck.
///
/// @param name for reports, such as `ordinary-3`
/// @param seed drives everything that happens in it
/// @param parameters what distinguishes it
public record World(String name, long seed, WorldParameters parameters) {

    /// A fresh market of this world.
    ///
    /// @param start open time of the first bar
    /// @param feed which liquidations it publishes; the history is the same whichever it is
    public SimulatedMarket market(Instant start, Interval interval, LiquidationFeed feed) {
        return SimulatedMarket.of(parameters.withFeed(feed), seed, start, interval);
    }
}
