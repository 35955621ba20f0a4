package io.liquidationmap.simulation;

/// What all traders and the price share and what changes slowly: volatility, trend, sentiment, appetite, time of day.
/// Advanced a quarter of an hour at a time, whatever the steps of the market.
final class Climate {

    static final long QUARTER_MS = 900_000;
    static final long DAY_MS = 86_400_000;

    private static final double BUSIEST_HOUR = 15;
    private static final double CALMEST = 0.2;
    private static final double WILDEST = 6;

    private final double dailyVolatility;
    private final double volatilityCorrection;
    private final CrowdDynamics crowd;
    private final Fluctuating slowVolatility;
    private final Fluctuating fastVolatility;
    private final Fluctuating trend;
    private final Fluctuating sentiment;
    private final Fluctuating appetite;

    private double volatilityRatio;
    private double activity;
    private double appetiteFactor;

    Climate(PriceDynamics price, CrowdDynamics crowd, Dice dice) {
        this.crowd = crowd;
        dailyVolatility = price.dailyVolatility();
        double slow = price.slowVolatility().spread();
        double fast = price.fastVolatility().spread();
        volatilityCorrection = slow * slow + fast * fast;
        double step = (double) QUARTER_MS / DAY_MS;
        slowVolatility = new Fluctuating(price.slowVolatility(), step, dice);
        fastVolatility = new Fluctuating(price.fastVolatility(), step, dice);
        trend = new Fluctuating(price.trend(), step, dice);
        sentiment = new Fluctuating(crowd.sentiment(), step, dice);
        appetite = new Fluctuating(crowd.appetite(), step, dice);
    }

    /// Advances to the quarter of an hour that begins at `timeMs`.
    void advance(long timeMs) {
        slowVolatility.advance();
        fastVolatility.advance();
        trend.advance();
        sentiment.advance();
        appetite.advance();
        double hour = Math.floorMod(timeMs, DAY_MS) / 3_600_000.0;
        double season = 1 + crowd.dayCycle() * StrictMath.cos(2 * Math.PI * (hour - BUSIEST_HOUR) / 24);
        double level = StrictMath.exp(slowVolatility.value() + fastVolatility.value() - volatilityCorrection);
        volatilityRatio = Math.clamp(level * Math.sqrt(season), CALMEST, WILDEST);
        double response = crowd.volatilityResponse();
        activity = season * (1 - response + response * volatilityRatio);
        appetiteFactor = StrictMath.exp(appetite.value());
    }

    /// Present volatility / ordinary volatility.
    double volatilityRatio() {
        return volatilityRatio;
    }

    /// Root mean square of the return over `days` at the present volatility.
    double volatility(double days) {
        return dailyVolatility * volatilityRatio * Math.sqrt(days);
    }

    /// Expected return per day.
    double trend() {
        return trend.value();
    }

    /// Common opinion on direction, with standard deviation 1.
    double sentiment() {
        return sentiment.value();
    }

    /// Present activity / ordinary activity.
    double activity() {
        return activity;
    }

    /// Present wish to hold positions / ordinary wish.
    double appetite() {
        return appetiteFactor;
    }
}
