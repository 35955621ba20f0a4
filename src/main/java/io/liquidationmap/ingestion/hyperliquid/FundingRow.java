package io.liquidationmap.ingestion.hyperliquid;

import java.time.Instant;

/// A payment of funding.
///
/// @param fundingRate paid by longs to shorts, as a fraction of notional
/// @param time epoch milliseconds
record FundingRow(double fundingRate, long time) {

    Instant at() {
        return Instant.ofEpochMilli(time);
    }
}
