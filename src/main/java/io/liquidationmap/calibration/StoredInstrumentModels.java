package io.liquidationmap.calibration;

import io.liquidationmap.engine.ModelParameters;
import io.liquidationmap.engine.calibration.Calibrator;
import io.liquidationmap.history.CalibrationLog;
import io.liquidationmap.market.Instrument;
import java.time.Instant;
import org.springframework.stereotype.Component;

@Component
final class StoredInstrumentModels implements InstrumentModels {

    private final CalibrationLog log;
    private final UncalibratedModels uncalibrated;

    StoredInstrumentModels(CalibrationLog log, UncalibratedModels uncalibrated) {
        this.log = log;
        this.uncalibrated = uncalibrated;
    }

    @Override
    public InstrumentModel knownAt(Instrument instrument, Instant asOf) {
        ModelParameters prior = uncalibrated.of(instrument, asOf);
        return log.knownAt(instrument.id(), asOf)
                .map(outcome -> StoredShares.model(outcome, prior))
                .orElseGet(() -> new InstrumentModel(
                        prior, Calibrator.uncalibrated(prior), InstrumentModel.NO_EVIDENCE, prior.version()));
    }

    @Override
    public long version() {
        return log.version();
    }
}
