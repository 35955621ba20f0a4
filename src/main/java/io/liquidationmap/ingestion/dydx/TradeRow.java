package io.liquidationmap.ingestion.dydx;

import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Liquidation;
import io.liquidationmap.market.Side;
import java.time.Instant;
import java.util.Set;

/// A trade.
///
/// @param id the indexer's name for it
/// @param side of the taker, which in a forced trade is the position that is closed: `SELL` closes a long
/// @param size coins
/// @param type `LIQUIDATED` where an order of the chain closed a position, `DELEVERAGED` where it was closed against
///     others, or what else it was
record TradeRow(String id, String side, double size, double price, Instant createdAt, String type) {

    private static final Set<String> FORCED = Set.of("LIQUIDATED", "DELEVERAGED");

    boolean isForced() {
        return FORCED.contains(type);
    }

    /// As a liquidation of this market.
    ///
    /// @throws IllegalArgumentException if the row cannot be true
    Liquidation liquidation(InstrumentId market) {
        return Liquidation.ofCoins(market, createdAt, positionSide(), price, size)
                .named(id);
    }

    Side positionSide() {
        return switch (side) {
            case "SELL" -> Side.LONG;
            case "BUY" -> Side.SHORT;
            default -> throw new IllegalArgumentException("no side of an order: " + side);
        };
    }
}
