package io.liquidationmap.calibration;

import java.time.Instant;

/// The models of one instrument as they became known. Safe for use by several threads.
public interface ModelTimeline {

    /// The model known at `asOf`: calibrated, taught by other instruments of the same coin, or uncalibrated. No later
    /// bar, margin schedule or calibration is in it. Moments of one model get the same object.
    InstrumentModel knownAt(Instant asOf);
}
