package io.liquidationmap.ingestion.bybit;

import com.fasterxml.jackson.annotation.JsonProperty;

/// A liquidation.
///
/// @param side of the *position*: `Buy` is a long
/// @param size coins of a linear contract, US dollars of an inverse one
/// @param price at which the position was bankrupt
/// @param time epoch milliseconds
record LiquidationRow(
        @JsonProperty("s") String symbol,
        @JsonProperty("S") String side,
        @JsonProperty("v") double size,
        @JsonProperty("p") double price,
        @JsonProperty("T") long time) {}
