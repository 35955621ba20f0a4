package io.liquidationmap.ingestion.gate;

/// One payment of funding.
///
/// @param t when it was paid, epoch seconds, some of them late
/// @param r paid by longs to shorts, as a fraction of notional
record FundingRow(long t, double r) {}
