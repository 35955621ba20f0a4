package io.liquidationmap.market;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// A venue's margin tiers for one instrument, smallest first and without gaps.
///
/// @param tiers at least one; each begins where the one before ends
/// @param takerFeeRate the taker fee some venues add to the maintenance margin, as a fraction of notional
/// @param source where the numbers come from, for the reader of an answer
/// @param asOf the day on which they held
public record MarginSchedule(List<MarginTier> tiers, double takerFeeRate, String source, LocalDate asOf) {

    public MarginSchedule {
        tiers = List.copyOf(tiers);
        if (tiers.isEmpty()) {
            throw new IllegalArgumentException("a margin schedule needs at least one tier");
        }
        for (int i = 1; i < tiers.size(); i++) {
            if (Double.compare(tiers.get(i).floor(), tiers.get(i - 1).cap()) != 0) {
                throw new IllegalArgumentException("a margin tier must begin where the one before it ends");
            }
        }
        if (!(takerFeeRate >= 0 && takerFeeRate < 0.1)) {
            throw new IllegalArgumentException("a taker fee rate must lie between 0 and 0.1");
        }
    }

    /// Builds the tiers from their caps and rates, with the maintenance amounts that keep the margin continuous:
    /// `amount_n = amount_(n−1) + floor_n · (rate_n − rate_(n−1))`.
    ///
    /// @param steps ascending by cap; the last one's cap may be infinite
    public static MarginSchedule ofSteps(List<Step> steps, double takerFeeRate, String source, LocalDate asOf) {
        List<MarginTier> tiers = new ArrayList<>();
        double floor = 0;
        double amount = 0;
        double rateBefore = steps.isEmpty() ? 0 : steps.getFirst().maintenanceMarginRate();
        for (Step step : steps) {
            amount += floor * (step.maintenanceMarginRate() - rateBefore);
            tiers.add(new MarginTier(floor, step.cap(), step.maintenanceMarginRate(), amount, step.maxLeverage()));
            floor = step.cap();
            rateBefore = step.maintenanceMarginRate();
        }
        return new MarginSchedule(tiers, takerFeeRate, source, asOf);
    }

    /// The schedule of a contract whose venue's own is not known: what large contracts have at most venues. For an inverse
    /// contract, whose tiers are in coins of any worth, it is the smallest tier alone.
    public static MarginSchedule assumed(ContractType contract) {
        Step smallest = new Step(500_000, 0.005, 100);
        List<Step> steps = switch (contract) {
            case LINEAR ->
                List.of(
                        smallest,
                        new Step(2_000_000, 0.01, 50),
                        new Step(10_000_000, 0.025, 20),
                        new Step(50_000_000, 0.05, 10),
                        new Step(Double.POSITIVE_INFINITY, 0.1, 5));
            case INVERSE ->
                List.of(new Step(Double.POSITIVE_INFINITY, smallest.maintenanceMarginRate(), smallest.maxLeverage()));
        };
        return ofSteps(
                steps, 0.0005, "assumed: typical of large contracts, not this venue's own", LocalDate.of(2026, 11, 22));
    }

    /// The tier of a position worth `value` in settlement currency; beyond the last cap, the last tier.
    public MarginTier tierFor(double value) {
        for (MarginTier tier : tiers) {
            if (value < tier.cap()) {
                return tier;
            }
        }
        return tiers.getLast();
    }

    /// The largest leverage any position may have: that of the smallest tier.
    public double maxLeverage() {
        return tiers.getFirst().maxLeverage();
    }

    /// A tier as venues without a maintenance amount publish it.
    ///
    /// @param cap largest position value, settlement currency
    /// @param maintenanceMarginRate in (0, 1)
    /// @param maxLeverage at least 1
    public record Step(double cap, double maintenanceMarginRate, double maxLeverage) {}
}
