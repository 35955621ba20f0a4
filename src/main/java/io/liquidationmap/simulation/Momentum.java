package io.liquidationmap.simulation;

/// The price against its own recent past: distance from an exponential average, in standard deviations of the return
/// over that time.
final class Momentum {

    private final double days;
    private final double scale;
    private double average;
    private double stepDays = Double.NaN;
    private double weight;

    /// @param days how far back the average reaches
    /// @param dailyVolatility ordinary daily volatility
    /// @param price the price so far
    Momentum(double days, double dailyVolatility, double price) {
        this.days = days;
        scale = dailyVolatility * Math.sqrt(days);
        average = price;
    }

    void advance(double price, double elapsedDays) {
        if (stepDays != elapsedDays) {
            stepDays = elapsedDays;
            weight = 1 - StrictMath.exp(-elapsedDays / days);
        }
        average += weight * (price - average);
    }

    double value(double price) {
        return (price / average - 1) / scale;
    }
}
