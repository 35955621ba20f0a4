package io.liquidationmap.engine.calibration;

import io.liquidationmap.engine.Ensemble;
import io.liquidationmap.engine.ForcedShare;
import io.liquidationmap.engine.ModelParameters;
import io.liquidationmap.market.BarSeries;
import io.liquidationmap.market.Side;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// One calibration in the making: the maximum of the posterior, by damped Gauss–Newton steps, with the model run anew
/// before each. A past period counts half as much as one 45 days later.
///
/// The unknowns are the logarithms of both sides' shares over the prior's ([LeveragePrior]), then one logarithm per
/// channel: how its scale differs from the usual one. All are normal with mean 0 beforehand.
final class Fit {

    private static final int STEPS = 8;
    private static final double STEP_PART = 0.8;
    private static final double LARGEST_STEP = 0.7;

    /// Shares of very high leverage are believed to be tiny, so a finding may be far from that; not this far.
    private static final double LARGEST_LOGARITHM = 8;

    private static final double HALF_LIFE_DAYS = 45;

    /// Positions of unknown age blur the first days of a book.
    private static final double WARM_UP_DAYS = 20;

    /// The tilt by taker flow and account ratio helps once the shares are right, and harms before.
    private static final double TILT_EXPONENT = 1;

    private static final int FEWEST_SWEEPS = 20;
    private static final double DAY_MS = Duration.ofDays(1).toMillis();

    private final BarSeries bars;
    private final ModelParameters start;
    private final Evidence evidence;
    private final LeveragePrior prior;
    private final List<Channel> channels;
    private final double[][] precision;
    private final double[] unknowns;

    /// @param bars hourly or longer: those to learn from and no other
    Fit(BarSeries bars, ModelParameters start, Evidence evidence) {
        this.bars = bars;
        this.start = start.withTiltExponent(TILT_EXPONENT);
        this.evidence = evidence;
        prior = new LeveragePrior(start);
        channels = channels();
        precision = precision();
        unknowns = new double[precision.length];
    }

    private List<Channel> channels() {
        return switch (evidence) {
            case COMPLETE -> List.of(Channel.complete(bars, start.forcedShare()));
            case THROTTLED ->
                List.of(Channel.throttled(bars, start.forcedShare()), Channel.openInterest(bars, start.contract()));
            case OPEN_INTEREST -> List.of(Channel.openInterest(bars, start.contract()));
        };
    }

    private double[][] precision() {
        double[][] ofShares = new Cholesky(prior.covariance()).inverse();
        double[][] all = new double[ofShares.length + channels.size()][ofShares.length + channels.size()];
        for (int i = 0; i < ofShares.length; i++) {
            System.arraycopy(ofShares[i], 0, all[i], 0, ofShares.length);
        }
        for (int c = 0; c < channels.size(); c++) {
            double deviation = channels.get(c).scaleDeviation();
            all[ofShares.length + c][ofShares.length + c] = 1 / (deviation * deviation);
        }
        return all;
    }

    Calibration calibration() throws CalibrationRefusedException {
        requireBothSides();
        Cholesky curvature;
        try {
            curvature = step();
            for (int done = 1; done < STEPS; done++) {
                curvature = step();
            }
        } catch (ArithmeticException e) {
            throw new CalibrationRefusedException("the fit does not settle: " + e.getMessage());
        }
        double largest = Arrays.stream(unknowns).map(Math::abs).max().orElse(0);
        if (!(largest <= LARGEST_LOGARITHM)) {
            throw new CalibrationRefusedException(String.format(
                    Locale.ROOT, "the fit does not settle: a share strays by a factor of e^%.0f", largest));
        }
        return new Calibration(parameters().withForcedShare(forcedShare(curvature)), ensemble(curvature), evidence);
    }

    private void requireBothSides() throws CalibrationRefusedException {
        for (Channel channel : channels) {
            for (Side side : Side.values()) {
                int sweeps = channel.observations().sweeps(side);
                if (sweeps < FEWEST_SWEEPS) {
                    throw new CalibrationRefusedException("%ss were swept in %d periods of four hours, %d are needed"
                            .formatted(side.name().toLowerCase(Locale.ROOT), sweeps, FEWEST_SWEEPS));
                }
            }
        }
    }

    /// Goes one step, and tells the curvature where it started.
    private Cholesky step() {
        NormalEquations equations = new NormalEquations(precision, unknowns);
        ModelParameters current = parameters();
        BySide<double[]> shares = BySide.of(side -> prior.shares(side, unknowns));
        for (int c = 0; c < channels.size(); c++) {
            int scale = 2 * prior.cohorts() + c;
            Channel channel = channels.get(c);
            Exposure exposure = Exposure.of(bars, current, channel.observations());
            new QuasiLikelihood(channel, exposure, unknowns[scale], weights(channel.observations()))
                    .addTo(equations, shares, scale);
        }
        Cholesky curvature = equations.factor();
        double[] step = curvature.solve(equations.slope());
        double largest = Arrays.stream(step).map(Math::abs).max().orElse(0);
        double part = Math.min(STEP_PART, LARGEST_STEP / Math.max(largest, Double.MIN_NORMAL));
        for (int i = 0; i < unknowns.length; i++) {
            unknowns[i] += part * step[i];
        }
        return curvature;
    }

    private double[] weights(Observations observations) {
        double[] weights = new double[observations.periods()];
        long end = observations.endMs(weights.length - 1);
        long warm = bars.openTimeMs(0) + (long) (WARM_UP_DAYS * DAY_MS);
        for (int t = 0; t < weights.length; t++) {
            long at = observations.endMs(t);
            weights[t] = at <= warm ? 0 : Math.pow(0.5, (end - at) / DAY_MS / HALF_LIFE_DAYS);
        }
        return weights;
    }

    private ModelParameters parameters() {
        return start.withStockShares(
                Calibrator.VERSION, prior.shares(Side.LONG, unknowns), prior.shares(Side.SHORT, unknowns));
    }

    /// Only a complete feed tells how much of a level is force-closed.
    private ForcedShare forcedShare(Cholesky curvature) {
        ForcedShare usual = start.forcedShare();
        if (evidence != Evidence.COMPLETE) {
            return usual;
        }
        int scale = 2 * prior.cohorts();
        double central = usual.central() * Math.exp(unknowns[scale]);
        double factor = Math.exp(Channel.HALF_BAND * Math.sqrt(curvature.variance(scale)));
        return new ForcedShare(central / factor, central, central * factor);
    }

    private Ensemble ensemble(Cholesky curvature) {
        Members members = new Members(prior, start.forcedShare());
        return evidence == Evidence.COMPLETE
                ? members.around(unknowns, curvature, 2 * prior.cohorts())
                : members.around(unknowns, curvature);
    }
}
