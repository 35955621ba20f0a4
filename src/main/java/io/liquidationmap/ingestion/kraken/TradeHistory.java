package io.liquidationmap.ingestion.kraken;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.Liquidation;
import io.liquidationmap.market.Side;
import java.time.Instant;
import java.util.List;

/// The last trades of a contract.
///
/// @param history newest first
record TradeHistory(List<PastTrade> history) {

    /// A trade.
    ///
    /// @param id the venue's name for it
    /// @param side of the taker, which in a liquidation is the order that closes the position
    /// @param type `fill`, or what else it was
    /// @param size coins of a linear contract, US dollars of an inverse one
    record PastTrade(
            @JsonProperty("uid") String id,
            @JsonProperty("time") Instant time,
            @JsonProperty("side") String side,
            @JsonProperty("type") String type,
            @JsonProperty("size") double size,
            @JsonProperty("price") double price) {

        boolean isLiquidation() {
            return type.equals(TradeRow.LIQUIDATION);
        }

        Liquidation liquidation(Instrument instrument) {
            Side closed = TradeRow.positionSide(side);
            Liquidation event = instrument.contract() == ContractType.INVERSE
                    ? Liquidation.ofUsd(instrument.id(), time, closed, price, size)
                    : Liquidation.ofCoins(instrument.id(), time, closed, price, size);
            return event.named(id);
        }
    }
}
