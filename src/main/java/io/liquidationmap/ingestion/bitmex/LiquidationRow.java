package io.liquidationmap.ingestion.bitmex;

import io.liquidationmap.market.Side;

/// A liquidation order.
///
/// @param orderID the venue's name for it
/// @param side of the order: `Sell` closes a long
/// @param price of the order
/// @param leavesQty contracts that are still to be closed
record LiquidationRow(String orderID, String symbol, String side, double price, double leavesQty) {

    /// The same order at another price, for so many contracts.
    LiquidationRow with(double otherPrice, double contracts) {
        return new LiquidationRow(orderID, symbol, side, otherPrice, contracts);
    }

    Side positionSide() {
        return switch (side) {
            case "Sell" -> Side.LONG;
            case "Buy" -> Side.SHORT;
            default -> throw new IllegalArgumentException("no side of an order: " + side);
        };
    }
}
