package io.liquidationmap.accuracy.method;

import io.liquidationmap.engine.ModelParameters;
import io.liquidationmap.engine.PositionBook;
import io.liquidationmap.engine.calibration.Calibrator;

/// The service's model on a market it has learned nothing of.
record UncalibratedMethod() implements MapMethod {

    @Override
    public String name() {
        return "conserved";
    }

    @Override
    public String description() {
        return "the service's default model, uncalibrated";
    }

    @Override
    public Estimator begin(MarketTerms terms) {
        ModelParameters parameters = BookMethod.uncalibrated(terms);
        return new BookEstimator(new PositionBook(parameters, terms.interval()), Calibrator.uncertainty(parameters));
    }
}
