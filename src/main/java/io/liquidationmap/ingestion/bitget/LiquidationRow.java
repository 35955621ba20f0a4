package io.liquidationmap.ingestion.bitget;

/// A liquidation.
///
/// @param side of the *position*: `buy` is a long
/// @param price the mean of what was closed
/// @param amount its value in quote currency; divided by the price it gives whole lots
/// @param ts epoch milliseconds
record LiquidationRow(String symbol, String side, double price, double amount, long ts) {}
