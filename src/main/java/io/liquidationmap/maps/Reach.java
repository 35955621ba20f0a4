package io.liquidationmap.maps;

import io.liquidationmap.market.Side;
import java.util.OptionalDouble;

/// How far price must go to liquidate a given amount.
///
/// @param price the current price
/// @param side shorts for a rise, longs for a fall
/// @param usd the amount asked for
/// @param target the price at which that much is liquidated; empty where the map holds less
/// @param availableUsd all the map holds on that side
public record Reach(double price, Side side, double usd, OptionalDouble target, double availableUsd) {}
