package io.liquidationmap.ingestion.binance;

/// Open interest at this moment.
///
/// @param openInterest coins, or contracts of a coin-margined one
/// @param time epoch milliseconds
record OpenInterestNow(double openInterest, long time) {}
