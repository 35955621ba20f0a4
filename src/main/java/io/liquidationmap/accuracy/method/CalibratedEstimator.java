package io.liquidationmap.accuracy.method;

import io.liquidationmap.accuracy.metric.LevelBookMap;
import io.liquidationmap.accuracy.metric.MapEstimate;
import io.liquidationmap.engine.LevelMap;
import io.liquidationmap.engine.LiquidationMap;
import io.liquidationmap.engine.ModelParameters;
import io.liquidationmap.engine.PositionBook;
import io.liquidationmap.engine.Uncertainty;
import io.liquidationmap.engine.calibration.Calibration;
import io.liquidationmap.engine.calibration.CalibrationRefusedException;
import io.liquidationmap.engine.calibration.Calibrator;
import io.liquidationmap.engine.calibration.Evidence;
import io.liquidationmap.market.BarSeries;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.Range;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Calibrates at the end of every week, and draws the maps of the weeks between with what was known at its beginning.
final class CalibratedEstimator implements Estimator {

    private static final Range YEAR = Range.ofDays(365);
    private static final long WEEK_MS = Duration.ofDays(7).toMillis();

    private final ModelParameters prior;
    private final Interval interval;
    private final Evidence evidence;
    private BarSeries bars;
    private long week = Long.MIN_VALUE;
    private PositionBook book;
    private Uncertainty uncertainty;

    CalibratedEstimator(ModelParameters prior, Interval interval, Evidence evidence) {
        this.prior = prior;
        this.interval = interval;
        this.evidence = evidence;
        bars = BarSeries.builder(interval, 0).build();
        book = new PositionBook(prior, interval);
        uncertainty = Calibrator.uncertainty(prior);
    }

    @Override
    public void take(BarSeries later) {
        bars = bars.append(later);
        long now = Math.floorDiv(bars.closeTimeMs(bars.size() - 1), WEEK_MS);
        if (now == week) {
            book.advance(later, 0, later.size());
        } else {
            week = now;
            calibrate();
        }
    }

    private void calibrate() {
        ModelParameters parameters = prior;
        uncertainty = Calibrator.uncertainty(prior);
        try {
            Calibration calibration = Calibrator.fit(bars, Instant.ofEpochMilli(week * WEEK_MS), prior, evidence);
            parameters = calibration.parameters();
            uncertainty = calibration.uncertainty();
        } catch (CalibrationRefusedException _) {
            // A service keeps the prior then, and says so; so does this.
        }
        book = new PositionBook(parameters, interval);
        book.advance(bars, 0, bars.size());
    }

    @Override
    public MapEstimate estimate() {
        LevelMap levels = book.history().latest(YEAR);
        return new LevelBookMap(
                LiquidationMap.of(levels.price(), List.of(new LiquidationMap.Part("market", levels, uncertainty))));
    }
}
