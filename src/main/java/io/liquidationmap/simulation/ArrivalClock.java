package io.liquidationmap.simulation;

/// A Poisson process of varying intensity, walked forward without drawing anything while nothing happens.
final class ArrivalClock {

    private final Dice dice;
    private double untilNext;

    ArrivalClock(Dice dice) {
        this.dice = dice;
        untilNext = dice.exponential();
    }

    /// How many arrivals there are in the next stretch.
    ///
    /// @param expected how many are expected in it
    int arrivals(double expected) {
        untilNext -= expected;
        int count = 0;
        while (untilNext <= 0) {
            count++;
            untilNext += dice.exponential();
        }
        return count;
    }
}
