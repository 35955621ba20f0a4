package io.liquidationmap.ingestion.binance;

/// Open interest at one moment of the past.
///
/// @param sumOpenInterest coins, or contracts of a coin-margined one
/// @param timestamp epoch milliseconds, as a number or as text
record OpenInterestRow(double sumOpenInterest, long timestamp) {}
