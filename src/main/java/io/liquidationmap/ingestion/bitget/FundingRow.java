package io.liquidationmap.ingestion.bitget;

/// A payment of funding.
///
/// @param fundingRate paid by longs to shorts, as a fraction of notional
/// @param fundingTime when it was settled, epoch milliseconds
record FundingRow(double fundingRate, long fundingTime) {}
