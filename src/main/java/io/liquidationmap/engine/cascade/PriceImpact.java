package io.liquidationmap.engine.cascade;

/// How far a flow of orders in one direction moves price, as a fraction of it: the larger of two answers.
///
/// - **The book walk**: the flow eats the resting orders, `0.01 · flow / depth`, where depth is what rests within 1 % of
///   the price and no more is assumed to rest per percent farther away.
/// - **The square-root law**: `σ · √(flow / volume)`, with volatility and volume of a day, which holds however patiently
///   the flow is traded (Donier and Bonart, A million metaorder analysis of market impact on the Bitcoin,
///   arXiv:1412.4503). Its coefficient is taken to be [#COEFFICIENT].
///
/// The law is left out where volume or volatility are unknown.
///
/// @param depthUsd resting orders within 1 % of the price, on the side the flow runs into, US dollars; positive
/// @param dailyVolumeUsd what is traded on an average day, US dollars; NaN where it is unknown
/// @param dailyVolatility standard deviation of the logarithmic return of a day; NaN where it is unknown
public record PriceImpact(double depthUsd, double dailyVolumeUsd, double dailyVolatility) {

    /// The distance within which depth is counted, as a fraction of the price.
    public static final double DEPTH_DISTANCE = 0.01;

    /// Of the square-root law: of order one in every market it was measured in, 0.5 to 1 in those of crypto-currencies.
    public static final double COEFFICIENT = 1;

    public PriceImpact {
        if (!(depthUsd > 0) || Double.isInfinite(depthUsd)) {
            throw new IllegalArgumentException("depthUsd must be positive and finite");
        }
        if (dailyVolumeUsd < 0 || dailyVolatility < 0) {
            throw new IllegalArgumentException("volume and volatility must not be negative");
        }
    }

    /// The move, as a fraction of the price; it rises with the flow.
    ///
    /// @param usd the flow, US dollars, not negative
    public double of(double usd) {
        double walk = DEPTH_DISTANCE * usd / depthUsd;
        double law = COEFFICIENT * dailyVolatility * Math.sqrt(usd / dailyVolumeUsd);
        return Double.isFinite(law) ? Math.max(walk, law) : walk;
    }

    /// The flow that moves price so far, US dollars: the inverse of [#of].
    ///
    /// @param move as a fraction of the price, not negative
    public double flowFor(double move) {
        double walk = depthUsd * move / DEPTH_DISTANCE;
        double days = Math.pow(move / (COEFFICIENT * dailyVolatility), 2);
        double law = dailyVolumeUsd * days;
        return dailyVolumeUsd > 0 && Double.isFinite(law) ? Math.min(walk, law) : walk;
    }
}
