package io.liquidationmap.engine.price;

import io.liquidationmap.market.MarginTier;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// The way from a position's entry to its ruin, in terms of its value: down to zero where [Position#direction] is +1, up
/// without end where it is −1. On it lie, in this order, the first breach of the requirement and bankruptcy.
final class LosingSide {

    /// Share of the value at entry below which the rest of a value is rounding of the margin it was computed from.
    private static final double NEGLIGIBLE = 1e-12;

    private final Position position;
    private final List<Requirement> requirements;
    private final double bankruptcyValue;
    private final int direction;
    private final double entryValue;

    /// @param requirements smallest value first and without gaps
    /// @param bankruptcyValue where nothing but the closing fee is left; not positive where that is nowhere
    LosingSide(Position position, List<Requirement> requirements, double bankruptcyValue) {
        this.position = position;
        this.requirements = requirements;
        this.bankruptcyValue = bankruptcyValue;
        this.direction = position.direction();
        this.entryValue = position.entryValue();
    }

    double requiredAtEntry() {
        return requirements.get(indexAtEntry()).at(entryValue);
    }

    OptionalDouble bankruptcyPrice() {
        return price(bankruptcyValue);
    }

    /// Where equity first fails to exceed the requirement; it must exceed it at entry.
    Optional<Breach> firstBreach() {
        double start = entryValue;
        for (int i = indexAtEntry(); i >= 0 && i < requirements.size(); i -= direction) {
            Requirement requirement = requirements.get(i);
            if (isBreached(requirement, start)) {
                return breach(start, requirement);
            }
            double end = endOf(i);
            if (Double.isInfinite(end) || isBreached(requirement, end)) {
                return breach(breachBetween(start, end, requirement), requirement);
            }
            start = end;
        }
        return Optional.empty();
    }

    private boolean isBreached(Requirement requirement, double value) {
        return position.equityAtValue(value) <= requirement.at(value);
    }

    /// Solves `equity(v) = v × (rate + feeRate) − amount`, which is linear. Where that would lie beyond bankruptcy the
    /// requirement is negative and so counts as zero: bankruptcy comes first. Rounding must not leave the stretch.
    private double breachBetween(double start, double end, Requirement requirement) {
        double value = (position.margin().available() - direction * entryValue + requirement.amount())
                / (requirement.rate() + requirement.feeRate() - direction);
        double first = direction > 0 ? Math.max(value, bankruptcyValue) : Math.min(value, bankruptcyValue);
        return Math.clamp(first, Math.min(start, end), Math.max(start, end));
    }

    private double endOf(int index) {
        Requirement requirement = requirements.get(index);
        if (direction > 0) {
            return index == 0 ? 0 : requirement.from();
        }
        return index == requirements.size() - 1 ? Double.POSITIVE_INFINITY : requirement.to();
    }

    private int indexAtEntry() {
        int index = 0;
        while (index < requirements.size() - 1
                && entryValue >= requirements.get(index).to()) {
            index++;
        }
        return index;
    }

    private Optional<Breach> breach(double value, Requirement requirement) {
        OptionalDouble price = price(value);
        return price.isPresent() ? Optional.of(new Breach(price.getAsDouble(), requirement.tier())) : Optional.empty();
    }

    private OptionalDouble price(double value) {
        double price = position.priceAt(value);
        return value >= entryValue * NEGLIGIBLE && Double.isFinite(price)
                ? OptionalDouble.of(price)
                : OptionalDouble.empty();
    }

    /// @param price where the requirement is breached
    /// @param tier whose requirement it is
    record Breach(double price, MarginTier tier) {}
}
