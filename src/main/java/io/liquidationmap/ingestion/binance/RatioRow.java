package io.liquidationmap.ingestion.binance;

import org.jspecify.annotations.Nullable;

/// A long/short ratio at one moment of the past.
///
/// @param longShortRatio long / short; now and then empty
/// @param timestamp epoch milliseconds, as a number or as text
record RatioRow(@Nullable Double longShortRatio, long timestamp) {}
