package io.liquidationmap.accuracy.method;

import io.liquidationmap.engine.calibration.Evidence;
import io.liquidationmap.simulation.LiquidationFeed;

/// The service's model as a running service uses it: calibrated anew every week on what was published until then.
///
/// @param feed the liquidations it is shown
/// @param evidence what it learns from
record CalibratedMethod(String name, String description, LiquidationFeed feed, Evidence evidence) implements MapMethod {

    @Override
    public Estimator begin(MarketTerms terms) {
        return new CalibratedEstimator(BookMethod.uncalibrated(terms), terms.interval(), evidence);
    }
}
