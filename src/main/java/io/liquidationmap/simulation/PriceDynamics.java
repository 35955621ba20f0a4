package io.liquidationmap.simulation;

/// How the price moves by itself, before forced orders push it: stochastic volatility with a slow and a fast part,
/// jumps, trends, and a pull back to an anchor that keeps a market of years in a plausible range.
///
/// @param anchor price to which the market is pulled back, quote per coin
/// @param reversionDays relaxation time of that pull, days
/// @param dailyVolatility root mean square of the daily return without jumps
/// @param slowVolatility slow part of log-volatility
/// @param fastVolatility fast part of log-volatility
/// @param jumpsPerDay expected jumps per day
/// @param jumpScale mean size of a jump, in daily volatilities
/// @param trend drift, as a return per day
public record PriceDynamics(
        double anchor,
        double reversionDays,
        double dailyVolatility,
        Fluctuation slowVolatility,
        Fluctuation fastVolatility,
        double jumpsPerDay,
        double jumpScale,
        Fluctuation trend) {

    public PriceDynamics {
        if (!(anchor > 0 && dailyVolatility > 0 && reversionDays > 0)) {
            throw new IllegalArgumentException("a price needs a positive anchor, volatility and reversion time");
        }
    }

    PriceDynamics anchoredAt(double price) {
        return new PriceDynamics(
                price, reversionDays, dailyVolatility, slowVolatility, fastVolatility, jumpsPerDay, jumpScale, trend);
    }
}
