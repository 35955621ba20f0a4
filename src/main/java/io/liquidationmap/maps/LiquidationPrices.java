package io.liquidationmap.maps;

import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.Side;
import io.liquidationmap.market.Venue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// Liquidation and bankruptcy price of one position, by the formula and the margin tiers of its venue.
public interface LiquidationPrices {

    /// Works out one position.
    ///
    /// @throws QuestionException if venue or symbol are unknown
    /// @throws ImpossiblePositionException if no such position can be held, with the parameter at fault
    Answer priceOf(Query query);

    /// A position to be.
    ///
    /// @param symbol the venue's symbol, or a base asset the venue lists
    /// @param entry entry price, quote per coin
    /// @param leverage nominal leverage; null if `margin` is given
    /// @param quantity size: coins of a linear contract, US dollars of an inverse one; null for one coin (10 000 US
    ///     dollars)
    /// @param margin isolated margin in settlement currency; null for what the leverage demands
    /// @param asOf whose margin tiers apply
    record Query(
            Venue venue,
            String symbol,
            Side side,
            double entry,
            @Nullable Double leverage,
            @Nullable Double quantity,
            @Nullable Double margin,
            Instant asOf) {}

    /// The outcome.
    ///
    /// @param instrument the contract whose position it is
    /// @param liquidationPrice empty for a position that no price can liquidate
    /// @param bankruptcyPrice where the margin is used up; empty for a position that no price can bankrupt
    /// @param leverage effective leverage at entry
    /// @param quantity as given or by default
    /// @param margin as given or demanded by the leverage, settlement currency
    /// @param maintenanceMarginRate of the tier that applies at the liquidation price
    /// @param maintenanceAmount of that tier
    /// @param maxLeverage allowed for a position of that size
    /// @param formula name of the formula
    /// @param tiersSource where the margin tiers come from
    /// @param tiersAsOf the day on which they held
    record Answer(
            Instrument instrument,
            OptionalDouble liquidationPrice,
            OptionalDouble bankruptcyPrice,
            double leverage,
            double quantity,
            double margin,
            double maintenanceMarginRate,
            double maintenanceAmount,
            double maxLeverage,
            String formula,
            String tiersSource,
            LocalDate tiersAsOf) {}

    /// A position that cannot be held.
    final class ImpossiblePositionException extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String parameter;
        private final String allowed;

        ImpossiblePositionException(String parameter, String message, String allowed) {
            super(message);
            this.parameter = parameter;
            this.allowed = allowed;
        }

        /// The parameter at fault.
        public String parameter() {
            return parameter;
        }

        /// What would be possible.
        public String allowed() {
            return allowed;
        }
    }
}
