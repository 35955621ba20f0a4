package io.liquidationmap.engine.calibration;

import io.liquidationmap.engine.Ensemble;
import io.liquidationmap.engine.ForcedShare;
import io.liquidationmap.market.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/// Draws the members of an ensemble from what is known about a fit. They come in pairs that deviate by the same in
/// opposite directions, so that their mean is the fit; the same random numbers are used for every instrument.
final class Members {

    private static final int PAIRS = 12;
    private static final long SEED = 20_101_010;

    private final LeveragePrior prior;
    private final ForcedShare forced;

    Members(LeveragePrior prior, ForcedShare forced) {
        this.prior = prior;
        this.forced = forced;
    }

    /// Members around logarithms of shares, whose forced share is no better known than before.
    ///
    /// @param logarithms of both sides, and perhaps more
    /// @param precision factor of the inverse of their covariance
    Ensemble around(double[] logarithms, Cholesky precision) {
        return draw(logarithms, precision, null);
    }

    /// Members whose forced share is one of the numbers that were fitted.
    ///
    /// @param scale index of the logarithm of the forced share over its usual one
    Ensemble around(double[] logarithms, Cholesky precision, int scale) {
        return draw(logarithms, precision, scale);
    }

    private Ensemble draw(double[] logarithms, Cholesky precision, @Nullable Integer scale) {
        Random random = new Random(SEED);
        List<Ensemble.Member> members = new ArrayList<>();
        for (int pair = 0; pair < PAIRS; pair++) {
            double ownForced = random.nextGaussian() * Channel.deviation(forced);
            double[] deviation = precision.backward(DoubleStream.generate(random::nextGaussian)
                    .limit(logarithms.length)
                    .toArray());
            for (int sign = 1; sign >= -1; sign -= 2) {
                double[] member = logarithms.clone();
                for (int i = 0; i < member.length; i++) {
                    member[i] += sign * deviation[i];
                }
                double logForced = scale == null ? sign * ownForced : member[scale];
                members.add(new Ensemble.Member(
                        prior.shares(Side.LONG, member),
                        prior.shares(Side.SHORT, member),
                        forced.central() * Math.exp(logForced)));
            }
        }
        return Ensemble.of(members);
    }
}
