package io.liquidationmap.calibration;

import io.liquidationmap.history.CalibrationLog;
import io.liquidationmap.market.Instrument;
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
    public ModelTimeline of(Instrument instrument) {
        return new StoredTimeline(instrument, log, uncalibrated.of(instrument));
    }

    @Override
    public long version() {
        return log.version() + uncalibrated.version();
    }
}
