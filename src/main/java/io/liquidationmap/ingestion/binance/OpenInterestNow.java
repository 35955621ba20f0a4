package io.liquidationmap.ingestion.binance;

/// Open interest at this moment.
///
/// @param openInterest coins
/// @param time epoch milliseconds
record OpenInterestNow(double openInterest, long time) {}
