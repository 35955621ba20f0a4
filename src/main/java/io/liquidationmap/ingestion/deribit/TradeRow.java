package io.liquidationmap.ingestion.deribit;

import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Liquidation;
import io.liquidationmap.market.Side;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/// A trade.
///
/// @param tradeId the venue's name for it
/// @param direction what the taker did: `buy` or `sell`
/// @param amount coins of a linear contract, US dollars of an inverse one
/// @param timestamp epoch milliseconds
/// @param liquidation who was forced: `M` the maker, `T` the taker, `MT` both; null for nobody
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record TradeRow(
        String tradeId,
        String instrumentName,
        String direction,
        double price,
        double amount,
        long timestamp,
        @Nullable String liquidation) {

    Instant time() {
        return Instant.ofEpochMilli(timestamp);
    }

    /// One for each party that was forced to trade.
    ///
    /// @throws IllegalArgumentException if the row cannot be true
    List<Liquidation> liquidations() {
        return liquidation == null
                ? List.of()
                : liquidation
                        .chars()
                        .mapToObj(party -> liquidation((char) party))
                        .toList();
    }

    /// That of one party.
    ///
    /// @param party `T` or `M`
    Liquidation liquidation(char party) {
        InstrumentId instrument = new InstrumentId(DeribitSource.VENUE, instrumentName);
        Liquidation event = switch (contract(instrumentName)) {
            case LINEAR -> Liquidation.ofCoins(instrument, time(), positionSide(party), price, amount);
            case INVERSE -> Liquidation.ofUsd(instrument, time(), positionSide(party), price, amount);
        };
        return event.named(tradeId + party);
    }

    /// By the venue's way to name contracts: linear ones with both currencies, `BTC_USDC-PERPETUAL`.
    static ContractType contract(String symbol) {
        return symbol.contains("_") ? ContractType.LINEAR : ContractType.INVERSE;
    }

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
