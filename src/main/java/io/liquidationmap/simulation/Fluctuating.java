package io.liquidationmap.simulation;

/// The present value of a [Fluctuation], advanced in equal steps.
final class Fluctuating {

    private final Dice dice;
    private final double memory;
    private final double shock;
    private double value;

    Fluctuating(Fluctuation fluctuation, double stepDays, Dice dice) {
        this.dice = dice;
        memory = StrictMath.exp(-stepDays / fluctuation.days());
        shock = fluctuation.spread() * Math.sqrt(1 - memory * memory);
        value = fluctuation.spread() * dice.gaussian();
    }

    void advance() {
        value = memory * value + shock * dice.gaussian();
    }

    double value() {
        return value;
    }
}
