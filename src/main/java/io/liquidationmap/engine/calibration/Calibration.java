package io.liquidationmap.engine.calibration;

import io.liquidationmap.engine.Ensemble;
import io.liquidationmap.engine.ModelParameters;
import io.liquidationmap.engine.Uncertainty;

/// What was learned about one instrument from its bars up to a moment.
///
/// @param parameters the model with the shares that fit best
/// @param ensemble shares that fit about as well
/// @param evidence what it was learned from
public record Calibration(ModelParameters parameters, Ensemble ensemble, Evidence evidence) {

    /// How little is known about a map drawn with the parameters.
    public Uncertainty uncertainty() {
        return Uncertainty.of(parameters, ensemble, evidence.modelDeviation());
    }
}
