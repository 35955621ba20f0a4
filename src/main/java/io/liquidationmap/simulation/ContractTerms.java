package io.liquidationmap.simulation;

import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.MarginSchedule;
import io.liquidationmap.market.MarginTier;
import java.time.LocalDate;
import java.util.List;

/// What is traded: sizes are whole lots, so that sums are exact, and prices are whole ticks. A lot is a fraction of a
/// coin worth about a hundred dollars in a linear contract, and one dollar in an inverse one.
///
/// @param type linear or inverse
/// @param lotsPerUnit lots per coin (linear) or per US dollar (inverse)
/// @param ticksPerQuote price ticks per unit of quote currency
/// @param margin the venue's margin tiers
record ContractTerms(ContractType type, double lotsPerUnit, double ticksPerQuote, MarginSchedule margin) {

    private static final LocalDate SINCE = LocalDate.of(2025, 1, 1);

    static ContractTerms of(ContractType type, double price) {
        double lotsPerUnit = type == ContractType.LINEAR ? powerOfTen(price / 100) : 1;
        return new ContractTerms(type, lotsPerUnit, powerOfTen(1e6 / price), schedule(type, price));
    }

    double coins(long lots, double price) {
        double units = lots / lotsPerUnit;
        return type == ContractType.LINEAR ? units : units / price;
    }

    double usd(long lots, double price) {
        double units = lots / lotsPerUnit;
        return type == ContractType.LINEAR ? units * price : units;
    }

    /// Lots worth `usd` at `price`.
    double lots(double usd, double price) {
        return lotsPerUnit * (type == ContractType.LINEAR ? usd / price : usd);
    }

    double toTick(double price) {
        return Math.rint(price * ticksPerQuote) / ticksPerQuote;
    }

    /// The largest leverage allowed to an account with that position.
    double maxLeverage(long accountLots, double price) {
        return margin.tierFor(settlementValue(accountLots, price)).maxLeverage();
    }

    /// The price at which an account's collateral has shrunk to the maintenance margin; 0 for a long and infinity for a
    /// short that no price can liquidate.
    ///
    /// @param sign +1 long, −1 short
    /// @param accountLots size of the account's position
    /// @param entry its average entry price
    /// @param ratio collateral / value of the position at entry
    double liquidationPrice(int sign, long accountLots, double entry, double ratio) {
        MarginTier tier = margin.tierFor(settlementValue(accountLots, entry));
        double rate = tier.maintenanceMarginRate();
        double units = accountLots / lotsPerUnit;
        double amount = tier.maintenanceAmount() / units;
        if (type == ContractType.LINEAR) {
            double price = (entry * (1 - sign * ratio) - sign * amount) / (1 - sign * rate);
            return Math.max(price, 0);
        }
        double inverse = ((1 + sign * ratio) / entry + sign * amount) / (1 + sign * rate);
        return inverse > 0 ? 1 / inverse : Double.POSITIVE_INFINITY;
    }

    private double settlementValue(long lots, double price) {
        return type == ContractType.LINEAR ? usd(lots, price) : coins(lots, price);
    }

    private static double powerOfTen(double value) {
        double power = 1;
        while (power < value) {
            power *= 10;
        }
        return power;
    }

    private static MarginSchedule schedule(ContractType type, double price) {
        double unit = type == ContractType.LINEAR ? 1 : 1 / price;
        return MarginSchedule.ofSteps(
                List.of(
                        new MarginSchedule.Step(300_000 * unit, 0.004, 125),
                        new MarginSchedule.Step(800_000 * unit, 0.005, 100),
                        new MarginSchedule.Step(3_000_000 * unit, 0.0065, 75),
                        new MarginSchedule.Step(12_000_000 * unit, 0.01, 50),
                        new MarginSchedule.Step(70_000_000 * unit, 0.02, 25),
                        new MarginSchedule.Step(100_000_000 * unit, 0.025, 20),
                        new MarginSchedule.Step(230_000_000 * unit, 0.05, 10),
                        new MarginSchedule.Step(480_000_000 * unit, 0.1, 5),
                        new MarginSchedule.Step(600_000_000 * unit, 0.125, 4),
                        new MarginSchedule.Step(800_000_000 * unit, 0.15, 3),
                        new MarginSchedule.Step(1_200_000_000 * unit, 0.25, 2),
                        new MarginSchedule.Step(Double.POSITIVE_INFINITY, 0.5, 1)),
                0,
                "simulated venue",
                SINCE);
    }
}
