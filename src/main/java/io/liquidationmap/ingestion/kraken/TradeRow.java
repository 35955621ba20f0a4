package io.liquidationmap.ingestion.kraken;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Liquidation;
import io.liquidationmap.market.Side;
import java.time.Instant;

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

    private static final String INVERSE = "PI_";

    boolean isLiquidation() {
        return type.equals("liquidation");
    }

    /// @throws IllegalArgumentException if the row cannot be true
    Liquidation liquidation() {
        InstrumentId instrument = new InstrumentId(KrakenSource.VENUE, symbol);
        Instant at = Instant.ofEpochMilli(time);
        Liquidation event = symbol.startsWith(INVERSE)
                ? Liquidation.ofUsd(instrument, at, positionSide(), price, size)
                : Liquidation.ofCoins(instrument, at, positionSide(), price, size);
        return event.named(id);
    }

    /// The side of the position that the taker's order closes.
    private Side positionSide() {
        return switch (side) {
            case "sell" -> Side.LONG;
            case "buy" -> Side.SHORT;
            default -> throw new IllegalArgumentException("no side of an order: " + side);
        };
    }
}
