package io.liquidationmap.engine.price;

import io.liquidationmap.market.MarginSchedule;
import io.liquidationmap.market.MarginTier;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// A venue's rule for the margin that a position must keep. A position is liquidated at the first price on its losing
/// side where
///
///     margin + profit ≤ maintenance margin
///
/// and venues differ only in the right-hand side. With `v` the position's value (see [Position]), `rate` and `amount`
/// those of its margin tier, never taken below zero together, and `fee` the taker fee rate, it is one of the members
/// below. Each serves linear and inverse contracts, isolated and cross margin. A rule that asks for a share of the
/// initial margin at the highest leverage is [#MAINTENANCE_ON_VALUE] with `rate = share ÷ highest leverage`.
///
/// **Tiers.** Where the requirement follows the value, so does the tier: that of the value *at the liquidation price*
/// applies. The tiers are tried in order from the one at entry towards the losing side, each at most once, so the search
/// always ends. At the boundary of two tiers both give the same price if the maintenance amounts keep the requirement
/// continuous. If it jumps there and the equity lies inside the jump, the boundary itself is the liquidation price, in
/// the tier that demands more. A value beyond the last cap, or below the first floor, counts to the tier next to it.
///
/// See `docs/method.md`; which venue uses which, and the page where it says so, stands in the configuration.
public enum LiquidationFormula {

    /// `v × rate − amount`, at the value the position has when it is liquidated.
    MAINTENANCE_ON_VALUE {
        @Override
        double closingFeeRate(Position position, MarginSchedule schedule) {
            return 0;
        }
    },

    /// `v × rate − amount + v × fee`, at the value the position has when it is liquidated: closing is still to be paid.
    MAINTENANCE_AND_FEE_ON_VALUE {
        @Override
        double closingFeeRate(Position position, MarginSchedule schedule) {
            return schedule.takerFeeRate();
        }
    },

    /// `v × rate − amount` at the value the position had at entry, in the tier it had then. A cross position adds the fee
    /// for closing at its bankruptcy price; for an isolated one that fee is reserved apart from its margin.
    MAINTENANCE_ON_ENTRY_VALUE {
        @Override
        double closingFeeRate(Position position, MarginSchedule schedule) {
            return position.margin() instanceof Margin.Cross ? schedule.takerFeeRate() : 0;
        }

        @Override
        List<Requirement> requirements(Position position, MarginSchedule schedule) {
            MarginTier tier = schedule.tierFor(position.entryValue());
            double feeRate = closingFeeRate(position, schedule);
            double closingFee = feeRate * Math.max(0, position.bankruptcyValue(feeRate));
            double atEntry = Requirement.of(tier, 0).at(position.entryValue());
            return List.of(Requirement.fixed(atEntry + closingFee, tier));
        }
    };

    /// Works out where a position is liquidated and where it is bankrupt.
    ///
    /// Equity at the liquidation price equals the maintenance margin to a few units in the last place of the position's
    /// value. A price at which less than 1e-12 of the value at entry would be left is past what the digits of the margin
    /// can tell from never, and counts as never.
    ///
    /// @param position what is held
    /// @param schedule the venue's margin tiers for the instrument, with its taker fee
    /// @return the position's limits, or that it is due for liquidation at entry; in time proportional to the tiers
    public LiquidationResult evaluate(Position position, MarginSchedule schedule) {
        LosingSide losingSide = new LosingSide(
                position,
                requirements(position, schedule),
                position.bankruptcyValue(closingFeeRate(position, schedule)));
        double margin = position.margin().available();
        double needed = losingSide.requiredAtEntry();
        MarginTier entryTier = schedule.tierFor(position.entryValue());
        if (margin <= needed) {
            return new LiquidationResult.DueAtEntry(margin, needed, entryTier);
        }
        Optional<LosingSide.Breach> breach = losingSide.firstBreach();
        return new LiquidationResult.Limits(
                breach.map(it -> OptionalDouble.of(it.price())).orElse(OptionalDouble.empty()),
                losingSide.bankruptcyPrice(),
                breach.map(LosingSide.Breach::tier).orElse(entryTier));
    }

    /// The fee that must be left to close the position, as a fraction of its value then.
    abstract double closingFeeRate(Position position, MarginSchedule schedule);

    /// What must be left at every value of the position, smallest value first and without gaps.
    List<Requirement> requirements(Position position, MarginSchedule schedule) {
        double feeRate = closingFeeRate(position, schedule);
        return schedule.tiers().stream()
                .map(tier -> Requirement.of(tier, feeRate))
                .toList();
    }
}
