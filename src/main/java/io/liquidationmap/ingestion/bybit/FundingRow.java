package io.liquidationmap.ingestion.bybit;

/// One payment of funding.
///
/// @param fundingRate paid by longs to shorts, as a fraction of notional
/// @param fundingRateTimestamp when it was paid, epoch milliseconds
record FundingRow(double fundingRate, long fundingRateTimestamp) {}
