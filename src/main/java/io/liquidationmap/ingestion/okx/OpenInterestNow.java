package io.liquidationmap.ingestion.okx;

import org.jspecify.annotations.Nullable;

/// Open interest at this moment.
///
/// @param oi contracts, counted once
/// @param oiUsd their value in US dollars
/// @param ts epoch milliseconds
record OpenInterestNow(String instId, double oi, @Nullable Double oiUsd, long ts) {}
