package io.liquidationmap.ingestion.bitget;

import org.jspecify.annotations.Nullable;

/// A long/short ratio of accounts.
///
/// @param longShortAccountRatio accounts long / accounts short
/// @param ts epoch milliseconds
record AccountRatioRow(@Nullable Double longShortAccountRatio, long ts) {}
