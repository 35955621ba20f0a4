package io.liquidationmap.ingestion.okx;

import org.jspecify.annotations.Nullable;

/// One payment of funding.
///
/// @param fundingRate what was expected to be paid by longs to shorts, as a fraction of notional
/// @param realizedRate what was paid
/// @param fundingTime when it was paid, epoch milliseconds
record FundingRow(double fundingRate, @Nullable Double realizedRate, long fundingTime) {

    double paid() {
        return realizedRate == null ? fundingRate : realizedRate;
    }
}
