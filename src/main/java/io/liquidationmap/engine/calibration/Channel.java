package io.liquidationmap.engine.calibration;

import io.liquidationmap.engine.ForcedShare;
import io.liquidationmap.market.BarSeries;
import io.liquidationmap.market.ContractType;

/// One way of seeing what was swept: of a period's sweep `a`, it is expected to show `s · ā · (a / ā)^p`, with `ā` the
/// mean sweep of a period.
///
/// @param observations what it showed
/// @param scale `s`, the part it usually shows
/// @param scaleDeviation standard deviation of the logarithm of `s`, for it is not known well
/// @param exponent `p`: 1 where every part of a sweep is shown alike, less where it is lost the more there is
record Channel(Observations observations, double scale, double scaleDeviation, double exponent) {

    /// A feed that shows the last order of each second shows about two fifths of what is liquidated, and less of a
    /// large sweep than of a small one. Source: `docs/method.md`.
    private static final double THROTTLED_SHARE = 0.36;

    private static final double THROTTLED_DEVIATION = 0.5;
    private static final double THROTTLED_EXPONENT = 0.8;

    /// More leaves in a move than is swept: stop-losses nearer than the liquidation, and fear.
    private static final double OPEN_INTEREST_SHARE = 1.35;

    private static final double OPEN_INTEREST_DEVIATION = 0.4;

    /// From the middle of a normal distribution to the end of the band that holds 80 % of it, standard deviations.
    static final double HALF_BAND = 1.2816;

    static Channel complete(BarSeries bars, ForcedShare forced) {
        return new Channel(Observations.ofLiquidations(bars), forced.central(), deviation(forced), 1);
    }

    static Channel throttled(BarSeries bars, ForcedShare forced) {
        return new Channel(
                Observations.ofLiquidations(bars),
                forced.central() * THROTTLED_SHARE,
                Math.hypot(deviation(forced), THROTTLED_DEVIATION),
                THROTTLED_EXPONENT);
    }

    static Channel openInterest(BarSeries bars, ContractType contract) {
        return new Channel(
                Observations.ofOpenInterest(bars, contract), OPEN_INTEREST_SHARE, OPEN_INTEREST_DEVIATION, 1);
    }

    /// Standard deviation of the logarithm of a forced share whose band holds 80 %.
    static double deviation(ForcedShare forced) {
        return Math.log(forced.high() / forced.low()) / (2 * HALF_BAND);
    }
}
