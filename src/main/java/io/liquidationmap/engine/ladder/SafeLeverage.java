package io.liquidationmap.engine.ladder;

import io.liquidationmap.engine.price.LiquidationFormula;
import io.liquidationmap.engine.price.LiquidationResult;
import io.liquidationmap.engine.price.LiquidationResult.Limits;
import io.liquidationmap.engine.price.Position;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.MarginSchedule;
import io.liquidationmap.market.Side;
import java.util.Optional;
import java.util.OptionalDouble;

/// Finds the highest leverage, in tenths, with which an isolated position outlives a price: by the venue's own formula
/// and the margin tier of its own size, within the leverage the venue allows for that size.
///
/// @param contract how the instrument is settled
/// @param formula the venue's rule for the maintenance margin
/// @param schedule its margin tiers for the instrument
public record SafeLeverage(ContractType contract, LiquidationFormula formula, MarginSchedule schedule) {

    /// Between two leverages.
    public static final double STEP = 0.1;

    private static final int STEPS_PER_UNIT = 10;

    /// A leverage and where the position is liquidated with it.
    ///
    /// @param leverage notional over margin, at least 1
    /// @param liquidation quote per coin; empty for a position that no price can liquidate
    public record Found(double leverage, OptionalDouble liquidation) {}

    /// The highest leverage for a position; empty if even one without leverage would not outlive the price. A higher
    /// leverage makes the position larger and its margin no larger, so what does not survive with one does not survive
    /// with a higher one.
    ///
    /// @param entry average entry price
    /// @param marginUsd what is put in, US dollars
    /// @param outlived the price to outlive, on the losing side of the entry
    public Optional<Found> highest(Side side, double entry, double marginUsd, double outlived) {
        int survives = STEPS_PER_UNIT - 1;
        int fails = (int) Math.floor(schedule.maxLeverage() * STEPS_PER_UNIT) + 1;
        Optional<Found> found = Optional.empty();
        while (fails - survives > 1) {
            int middle = (survives + fails) >>> 1;
            Optional<Found> tried = at((double) middle / STEPS_PER_UNIT, side, entry, marginUsd, outlived);
            if (tried.isPresent()) {
                found = tried;
                survives = middle;
            } else {
                fails = middle;
            }
        }
        return found;
    }

    /// The position with that leverage, if it may be opened and outlives the price.
    Optional<Found> at(double leverage, Side side, double entry, double marginUsd, double outlived) {
        double notional = marginUsd * leverage;
        double quantity = contract == ContractType.LINEAR ? notional / entry : notional;
        Position position = Position.withLeverage(side, entry, contract, quantity, leverage);
        if (leverage > schedule.tierFor(position.valueAt(entry)).maxLeverage()) {
            return Optional.empty();
        }
        LiquidationResult result = formula.evaluate(position, schedule);
        if (!(result instanceof Limits limits)) {
            return Optional.empty();
        }
        OptionalDouble liquidation = limits.liquidation();
        boolean outlives = liquidation.isEmpty() || side.sign() * liquidation.getAsDouble() < side.sign() * outlived;
        return outlives ? Optional.of(new Found(leverage, liquidation)) : Optional.empty();
    }
}
