package io.liquidationmap.simulation;

/// A quantity that wanders around zero: a stationary Ornstein–Uhlenbeck process.
///
/// @param spread its standard deviation, not negative
/// @param days its relaxation time, days
public record Fluctuation(double spread, double days) {
    public Fluctuation {
        if (!(spread >= 0 && days > 0)) {
            throw new IllegalArgumentException("a fluctuation needs a spread and a positive relaxation time");
        }
    }
}
