package io.liquidationmap.ingestion.kraken;

import com.fasterxml.jackson.annotation.JsonProperty;

/// A trade.
///
/// @param id the venue's name for it
/// @param side of the taker, which in a liquidation is the order that closes the position
/// @param type `fill`, or what else it was
/// @param time epoch milliseconds
/// @param size coins of a linear contract, US dollars of an inverse one
record TradeRow(
        @JsonProperty("product_id") String symbol,
        @JsonProperty("uid") String id,
        @JsonProperty("side") String side,
        @JsonProperty("type") String type,
        @JsonProperty("time") long time,
        @JsonProperty("qty") double size,
        @JsonProperty("price") double price) {}
