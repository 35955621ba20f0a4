package io.liquidationmap.calibration;

import io.liquidationmap.engine.ModelParameters;
import io.liquidationmap.engine.calibration.Calibration;
import io.liquidationmap.engine.calibration.CalibrationRefusedException;
import io.liquidationmap.engine.calibration.Calibrator;
import io.liquidationmap.engine.calibration.Evidence;
import io.liquidationmap.market.BarSeries;
import io.liquidationmap.market.Completeness;
import java.time.Duration;
import java.time.Instant;

/// The bars before one moment, and what they are evidence of.
///
/// @param window holds them
/// @param end of the last that counts
/// @param completeness of their figures of liquidations
record Lesson(BarWindow window, Instant end, Completeness completeness) {

    /// So much time must have figures of liquidations, or else open interest tells more.
    private static final Duration ENOUGH = Duration.ofDays(60);

    /// What to learn from.
    Evidence evidence() {
        if (window.withLiquidations(begin(), end).compareTo(ENOUGH) < 0) {
            return Evidence.OPEN_INTEREST;
        }
        return completeness == Completeness.COMPLETE ? Evidence.COMPLETE : Evidence.THROTTLED;
    }

    /// Names everything that is learned from.
    String digest(ModelParameters prior) {
        return Digest.of(evidence().label(), window.digest(begin(), end), prior.toString());
    }

    /// Learns.
    ///
    /// @throws CalibrationRefusedException if there is nothing to be learned
    Calibration learn(ModelParameters prior) throws CalibrationRefusedException {
        BarSeries bars = window.bars();
        int last = bars.lastClosedAt(end) + 1;
        // No more than the digest covers, whatever the procedure would read.
        BarSeries recent = bars.slice(Math.min(last, bars.firstOpeningAt(begin())), last);
        return Calibrator.fit(recent, end, prior, evidence());
    }

    private Instant begin() {
        return end.minus(SeriesToLearnFrom.RECENT);
    }
}
