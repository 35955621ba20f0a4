package io.liquidationmap.ingestion.bybit;

import org.jspecify.annotations.Nullable;

/// Open interest at one moment, in coins of a linear contract and US dollars of an inverse one.
///
/// @param openInterest of both sides together
/// @param singleOpenInterest of one side; published since 2026-06-11
/// @param timestamp when it was so, epoch milliseconds
record OpenInterestRow(double openInterest, @Nullable Double singleOpenInterest, long timestamp) {

    /// Counted once.
    double counted() {
        return singleOpenInterest == null ? openInterest / 2 : singleOpenInterest;
    }
}
