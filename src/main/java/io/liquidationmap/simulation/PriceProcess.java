package io.liquidationmap.simulation;

/// The mark price: a fundamental value that moves by itself, and the pressure of forced orders on top of it.
///
/// A net forced flow `Q` displaces the price by `impact · σ · √(|Q| / daily volume)`, the square-root law; part of each
/// displacement stays, the rest goes as the market absorbs `Q`. A thin book in wild times counts orders more than
/// once, which is what makes cascades.
final class PriceProcess implements PriceFormation {

    // Books thin out with the square of volatility, but never entirely.
    private static final double THICKEST = 0.3;
    private static final double THINNEST = 8;
    private static final double FALLING_JUMPS = 0.55;

    private final PriceDynamics dynamics;
    private final Liquidity liquidity;
    private final ContractTerms terms;
    private final Climate climate;
    private final Dice dice;
    private final ArrivalClock jumps;
    private final double logAnchor;
    private final double dailyVolume;

    private double fundamental;
    private double forcedFlow;
    private double mark;
    private double decayStepDays = Double.NaN;
    private double decay;

    /// @param dailyVolume ordinary volume, lots per day
    PriceProcess(
            PriceDynamics dynamics,
            Liquidity liquidity,
            double dailyVolume,
            ContractTerms terms,
            Climate climate,
            Dice dice) {
        this.dynamics = dynamics;
        this.liquidity = liquidity;
        this.dailyVolume = dailyVolume;
        this.terms = terms;
        this.climate = climate;
        this.dice = dice;
        jumps = new ArrivalClock(dice);
        logAnchor = StrictMath.log(dynamics.anchor());
        fundamental = logAnchor;
        mark = terms.toTick(dynamics.anchor());
    }

    @Override
    public double mark() {
        return mark;
    }

    @Override
    public Climate climate() {
        return climate;
    }

    @Override
    public void advance(long timeMs, long stepMs) {
        if (timeMs % Climate.QUARTER_MS == 0) {
            climate.advance(timeMs);
        }
        diffuse((double) stepMs / Climate.DAY_MS);
    }

    @Override
    public void press(long lots) {
        double before = displacement();
        double thinness = climate.volatilityRatio() * climate.volatilityRatio();
        forcedFlow += lots * Math.clamp(thinness, THICKEST, THINNEST);
        fundamental += liquidity.permanentShare() * (displacement() - before);
        updateMark();
    }

    private void diffuse(double days) {
        if (decayStepDays != days) {
            decayStepDays = days;
            decay = StrictMath.exp(-days / liquidity.reversalDays());
        }
        forcedFlow *= decay;
        fundamental += ((logAnchor - fundamental) / dynamics.reversionDays() + climate.trend()) * days
                + climate.volatility(days) * dice.gaussian();
        for (int n = jumps.arrivals(dynamics.jumpsPerDay() * days); n > 0; n--) {
            double size = dynamics.jumpScale() * dynamics.dailyVolatility() * dice.exponential();
            fundamental += dice.chance(FALLING_JUMPS) ? -size : size;
        }
        updateMark();
    }

    private double displacement() {
        double size = liquidity.impact() * dynamics.dailyVolatility() * Math.sqrt(Math.abs(forcedFlow) / dailyVolume);
        return forcedFlow < 0 ? -size : size;
    }

    private void updateMark() {
        double transientPart = (1 - liquidity.permanentShare()) * displacement();
        mark = terms.toTick(StrictMath.exp(fundamental + transientPart));
    }
}
