package io.liquidationmap.maps;

import io.liquidationmap.maps.LiquidationMap.LeverageShare;
import io.liquidationmap.maps.LiquidationMap.VenueShare;
import io.liquidationmap.market.Side;
import java.util.List;

/// What is liquidated if price trades to some level.
///
/// @param price the current price
/// @param target the price in question
/// @param side which positions: shorts if the target is above, longs if below
/// @param usd how much of them, US dollars at the current price
public record Triggered(
        double price, double target, Side side, double usd, List<VenueShare> byVenue, List<LeverageShare> byLeverage) {
    public Triggered {
        byVenue = List.copyOf(byVenue);
        byLeverage = List.copyOf(byLeverage);
    }
}
