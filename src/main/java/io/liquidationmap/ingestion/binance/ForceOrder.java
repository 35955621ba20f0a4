package io.liquidationmap.ingestion.binance;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/// An order by which the venue closes a position.
///
/// @param side of the order: `SELL` closes a long
/// @param averagePrice of what has been filled; the order's own price is a limit
/// @param filled coins, or contracts of a coin-margined one
/// @param time epoch milliseconds
/// @param market 1 for USD-M, 2 for COIN-M; missing from before both were on one stream
record ForceOrder(
        @JsonProperty("s") String symbol,
        @JsonProperty("S") String side,
        @JsonProperty("ap") double averagePrice,
        @JsonProperty("z") double filled,
        @JsonProperty("T") long time,
        @JsonProperty("st") @Nullable Integer market) {}
