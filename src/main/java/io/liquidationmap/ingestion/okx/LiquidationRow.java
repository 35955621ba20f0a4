package io.liquidationmap.ingestion.okx;

import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Liquidation;
import io.liquidationmap.market.Side;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An order by which the venue took over a position.
///
/// @param side of the order: `sell` closes a long
/// @param posSide side of the position: `long`, `short`, or `net` where the account holds both in one
/// @param bkPx at which the position was taken over
/// @param sz contracts
/// @param ts epoch milliseconds
record LiquidationRow(String side, @Nullable String posSide, double bkPx, double sz, long ts) {

    Instant time() {
        return Instant.ofEpochMilli(ts);
    }

    /// The side of the position, which the order tells in every mode.
    ///
    /// @throws IllegalArgumentException if the row contradicts itself
    Side positionSide() {
        Side closed = switch (side) {
            case "sell" -> Side.LONG;
            case "buy" -> Side.SHORT;
            default -> throw new IllegalArgumentException("no side of an order: " + side);
        };
        String contrary = closed == Side.LONG ? "short" : "long";
        if (contrary.equals(posSide)) {
            throw new IllegalArgumentException("a " + side + " order cannot close a " + posSide + " position");
        }
        return closed;
    }

    /// As a liquidation of this contract.
    ///
    /// @throws IllegalArgumentException if the row cannot be true
    Liquidation liquidation(OkxContract contract) {
        InstrumentId id = contract.instrument().id();
        return contract.isLinear()
                ? Liquidation.ofCoins(id, time(), positionSide(), bkPx, sz * contract.size())
                : Liquidation.ofUsd(id, time(), positionSide(), bkPx, sz * contract.size());
    }
}
