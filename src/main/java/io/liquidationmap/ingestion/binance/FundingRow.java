package io.liquidationmap.ingestion.binance;

/// One payment of funding.
///
/// @param fundingRate paid by longs to shorts, as a fraction of notional
/// @param fundingTime when it was paid, epoch milliseconds
record FundingRow(double fundingRate, long fundingTime) {}
