package io.liquidationmap.maps;

import io.liquidationmap.market.Side;

/// How capital is to be put to work.
///
/// @param side long below the current price, short above it
/// @param capitalUsd all of it, US dollars, positive
/// @param phases in how many steps
/// @param reach how far the last step may lie from the current price, as a fraction of it
public record LadderQuery(Side side, double capitalUsd, int phases, double reach) {}
