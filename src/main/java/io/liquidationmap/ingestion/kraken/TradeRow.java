package io.liquidationmap.ingestion.kraken;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.liquidationmap.market.Side;

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
        @JsonProperty("price") double price) {

    /// The type of those that close a position by force.
    static final String LIQUIDATION = "liquidation";

    boolean isLiquidation() {
        return type.equals(LIQUIDATION);
    }

    /// The side of the position that an order closes.
    ///
    /// @throws IllegalArgumentException if it is no side of an order
    static Side positionSide(String orderSide) {
        return switch (orderSide) {
            case "sell" -> Side.LONG;
            case "buy" -> Side.SHORT;
            default -> throw new IllegalArgumentException("no side of an order: " + orderSide);
        };
    }
}
