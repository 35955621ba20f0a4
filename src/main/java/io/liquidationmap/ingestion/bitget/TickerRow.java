package io.liquidationmap.ingestion.bitget;

import org.jspecify.annotations.Nullable;

/// How a contract stands at present.
///
/// @param holdingAmount open interest, coins
/// @param markPrice quote per coin
record TickerRow(
        String symbol,
        @Nullable Double holdingAmount,
        @Nullable Double markPrice) {}
