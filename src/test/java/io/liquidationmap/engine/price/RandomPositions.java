package io.liquidationmap.engine.price;

import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.MarginSchedule;
import io.liquidationmap.market.Side;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Positions and margin schedules of all kinds and sizes, drawn from a seed.
final class RandomPositions {

    private static final List<LiquidationFormula> FORMULAS = List.of(LiquidationFormula.values());

    private final SplittableRandom random;

    RandomPositions(long seed) {
        random = new SplittableRandom(seed);
    }

    LiquidationFormula formula() {
        return FORMULAS.get(random.nextInt(FORMULAS.size()));
    }

    /// One to eight tiers with rising rates and without jumps, from a value of about 1e-2 on.
    MarginSchedule schedule() {
        List<MarginSchedule.Step> steps = new ArrayList<>();
        int count = random.nextInt(1, 9);
        double cap = logUniform(1e-2, 1e6);
        double rate = logUniform(0.002, 0.02);
        for (int i = 1; i <= count; i++) {
            steps.add(new MarginSchedule.Step(i == count ? Double.POSITIVE_INFINITY : cap, rate, 125));
            cap *= logUniform(1.2, 8);
            rate = Math.min(0.6, rate * logUniform(1.1, 2.5));
        }
        return MarginSchedule.ofSteps(steps, random.nextDouble(0, 0.001), "random", LocalDate.EPOCH);
    }

    /// A position that can be held, somewhere in or near the schedule's tiers.
    Position position(LiquidationFormula formula, MarginSchedule schedule) {
        while (true) {
            Position position = anyPosition(schedule);
            if (formula.evaluate(position, schedule) instanceof LiquidationResult.Limits) {
                return position;
            }
        }
    }

    /// A factor between 1/`most` and `most`.
    double factor(double most) {
        return logUniform(1 / most, most);
    }

    private Position anyPosition(MarginSchedule schedule) {
        Side side = random.nextBoolean() ? Side.LONG : Side.SHORT;
        ContractType contract = random.nextBoolean() ? ContractType.LINEAR : ContractType.INVERSE;
        double entry = logUniform(1e-4, 1e5);
        double scale = schedule.tiers().getLast().floor() + 1;
        double value = scale * logUniform(1e-3, 10);
        double quantity = contract == ContractType.LINEAR ? value / entry : value * entry;
        double margin = value / logUniform(0.9, 150);
        return new Position(side, entry, contract, quantity, random.nextBoolean() ? isolated(margin) : cross(margin));
    }

    private static Margin isolated(double available) {
        return new Margin.Isolated(available);
    }

    private Margin cross(double available) {
        double maintenance = available * random.nextDouble(0, 2);
        double profit = available * random.nextDouble(-2, 2);
        return new Margin.Cross(available + maintenance - profit, maintenance, profit);
    }

    private double logUniform(double low, double high) {
        return low * Math.exp(random.nextDouble() * Math.log(high / low));
    }
}
