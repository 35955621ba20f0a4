package io.liquidationmap.simulation;

import io.liquidationmap.market.Side;
import org.jspecify.annotations.Nullable;

/// One open position of a simulated market, as its exchange knows it.
///
/// @param side long or short
/// @param coins size, coins at the price of the map it belongs to
/// @param usd size, US dollars at that price
/// @param entry average entry price, quote per coin
/// @param liquidationPrice where it would be force-closed, quote per coin; null if no price would do that
public record TruePosition(
        Side side,
        double coins,
        double usd,
        double entry,
        @Nullable Double liquidationPrice) {}
