package io.liquidationmap.calibration;

import io.liquidationmap.market.Instrument;
import java.time.Instant;

/// The models of instruments as they were known at a moment.
public interface InstrumentModels {

    /// The model known at `asOf`: calibrated, taught by other instruments of the same coin, or uncalibrated. No later
    /// bar, margin schedule or calibration is in it.
    InstrumentModel knownAt(Instrument instrument, Instant asOf);

    /// Rises whenever a model may have changed.
    long version();
}
