package io.liquidationmap.ingestion.bitmex;

import java.time.Instant;

/// One payment of funding.
///
/// @param timestamp when it was paid
/// @param fundingRate paid by longs to shorts, as a fraction of notional
record FundingRow(Instant timestamp, double fundingRate) {}
