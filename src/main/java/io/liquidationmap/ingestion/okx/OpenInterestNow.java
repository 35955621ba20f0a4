package io.liquidationmap.ingestion.okx;

/// Open interest at this moment.
///
/// @param oi contracts, counted once
/// @param ts epoch milliseconds
record OpenInterestNow(double oi, long ts) {}
