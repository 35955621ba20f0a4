package io.liquidationmap.ingestion.binance;

import org.jspecify.annotations.Nullable;

/// The present prices of one contract.
///
/// @param markPrice quote currency per coin
record PremiumIndexRow(String symbol, @Nullable Double markPrice) {}
