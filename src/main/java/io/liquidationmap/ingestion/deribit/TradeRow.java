package io.liquidationmap.ingestion.deribit;

import io.liquidationmap.market.Side;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/// A trade.
///
/// @param tradeId the venue's name for it
/// @param direction what the taker did: `buy` or `sell`
/// @param amount coins of a linear contract, US dollars of an inverse one
/// @param timestamp epoch milliseconds
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record TradeRow(String tradeId, String instrumentName, String direction, double price, double amount, long timestamp) {

    /// The side of the position that a party closed.
    ///
    /// @param party `T` for the taker, `M` for the maker, who did the opposite
    /// @throws IllegalArgumentException if there is no such party or direction
    Side positionSide(char party) {
        boolean takerSold = switch (direction) {
            case "sell" -> true;
            case "buy" -> false;
            default -> throw new IllegalArgumentException("no direction: " + direction);
        };
        boolean sold = switch (party) {
            case 'T' -> takerSold;
            case 'M' -> !takerSold;
            default -> throw new IllegalArgumentException("no party of a trade: " + party);
        };
        return sold ? Side.LONG : Side.SHORT;
    }
}
