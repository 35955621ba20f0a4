package io.liquidationmap.engine;

import io.liquidationmap.market.Side;

/// Which side the eager traders are on, and how much of the newly opened positions of a side is therefore levered.
final class Crowding {

    private static final double LARGEST_LOGIT = 1.5;
    private static final double LARGEST_LEVERED_SHARE = 0.98;

    private Crowding() {}

    /// `4 · (taker buy share − ½) + ½ · ln(long/short ratio)`: positive when longs crowd. A term that is unknown
    /// counts 0.
    static double logit(double takerBuyShare, double longShortRatio) {
        double taker = Double.isNaN(takerBuyShare) ? 0 : 4 * (takerBuyShare - 0.5);
        double accounts = Double.isNaN(longShortRatio) ? 0 : Math.log(longShortRatio) / 2;
        return taker + accounts;
    }

    /// How many times its usual share a side opens levered: `2 / (1 + e^∓x)`, with `x` the exponent × the logit, kept
    /// within ±1.5.
    static double tilt(Side side, double exponent, double logit) {
        if (exponent == 0 || logit == 0) {
            return 1;
        }
        double x = Math.clamp(exponent * logit, -LARGEST_LOGIT, LARGEST_LOGIT);
        return 2 / (1 + Math.exp(-side.sign() * x));
    }

    /// The levered share of what a side opens: its usual share tilted; at most 0.98.
    static double leveredShare(double usualShare, double tilt) {
        return Math.min(LARGEST_LEVERED_SHARE, usualShare * tilt);
    }
}
