package io.liquidationmap.engine.calibration;

import io.liquidationmap.engine.Ensemble;
import io.liquidationmap.engine.ModelParameters;
import io.liquidationmap.engine.Uncertainty;
import io.liquidationmap.market.BarSeries;
import java.time.Duration;
import java.time.Instant;

/// Finds the stock shares with which the model would have swept what was observed to be liquidated, without straying
/// further from the prior than the observations demand.
///
/// A pure function: the same bars and prior give the same calibration, and nothing after the moment asked for is read.
/// Source: `docs/method.md`.
public final class Calibrator {

    /// Names the procedure; calibrations of different procedures must not be mixed.
    public static final String VERSION = "calibrated-1";

    /// History with known open interest that must lie before a calibration.
    public static final Duration SHORTEST_HISTORY = Duration.ofDays(60);

    /// What lies further back than this counts for less than a twentieth, and is not read.
    private static final Duration LONGEST_HISTORY = Duration.ofDays(220);

    /// Standard deviation of the logarithm of an amount that the prior's spread leaves out. Source: `docs/accuracy.md`.
    private static final double UNCALIBRATED_DEVIATION = 0.25;

    private Calibrator() {}

    /// Learns from the bars that ended at or before `asOf`, of which at most the last 220 days are read.
    ///
    /// @param bars of one instrument; finer ones are read by the hour
    /// @param prior what is believed without them: the uncalibrated parameters, or what other venues taught
    /// @param evidence what in the bars to learn from
    /// @throws CalibrationRefusedException if the bars are too few, show sweeps of one side only, or give no stable fit
    public static Calibration fit(BarSeries bars, Instant asOf, ModelParameters prior, Evidence evidence)
            throws CalibrationRefusedException {
        int end = bars.lastClosedAt(asOf) + 1;
        int start = Math.min(end, bars.firstOpeningAt(asOf.minus(LONGEST_HISTORY)));
        BarSeries recent = HourlyBars.of(bars.slice(start, end));
        requireHistory(recent);
        return new Fit(recent, prior, evidence).calibration();
    }

    /// How little is known about a map drawn with parameters for which nothing was learned from the instrument itself.
    public static Uncertainty uncertainty(ModelParameters parameters) {
        return Uncertainty.of(parameters, uncalibrated(parameters), UNCALIBRATED_DEVIATION);
    }

    /// Shares around parameters for which nothing was learned from the instrument itself.
    public static Ensemble uncalibrated(ModelParameters parameters) {
        LeveragePrior prior = new LeveragePrior(parameters);
        double[][] precision = new Cholesky(prior.covariance()).inverse();
        return new Members(prior, parameters.forcedShare())
                .around(new double[precision.length], new Cholesky(precision));
    }

    private static void requireHistory(BarSeries bars) throws CalibrationRefusedException {
        long known = 0;
        for (int i = 0; i < bars.size(); i++) {
            known += Double.isNaN(bars.openInterest(i)) ? 0 : bars.interval().millis();
        }
        if (known < SHORTEST_HISTORY.toMillis()) {
            throw new CalibrationRefusedException("open interest is known for %d days, %d are needed"
                    .formatted(Duration.ofMillis(known).toDays(), SHORTEST_HISTORY.toDays()));
        }
    }
}
