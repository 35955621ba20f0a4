package io.liquidationmap.calibration;

import io.liquidationmap.market.Instrument;

/// The models of instruments as they became known.
public interface InstrumentModels {

    /// Those of one instrument, as far as they are stored now.
    ModelTimeline of(Instrument instrument);

    /// Rises whenever a calibration or a margin schedule is stored.
    long version();
}
