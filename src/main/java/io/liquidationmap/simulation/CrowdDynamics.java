package io.liquidationmap.simulation;

/// What moves all traders at once.
///
/// @param sentiment common opinion on direction; enters a profile's log-odds in units of its spread, which is 1
/// @param appetite logarithm of the wish to hold positions at all
/// @param dayCycle amplitude of the daily cycle of activity, 0 to 1
/// @param volatilityResponse how strongly activity follows volatility, 0 to 1
/// @param hurry how far holding times run on activity instead of calendar time, 0 to 1
/// @param lifeByLeverage exponent with which holding times shrink with the distance to liquidation
/// @param panic positions given up per open position and day, for each standard deviation of the last hour's move
///     beyond two
public record CrowdDynamics(
        Fluctuation sentiment,
        Fluctuation appetite,
        double dayCycle,
        double volatilityResponse,
        double hurry,
        double lifeByLeverage,
        double panic) {}
