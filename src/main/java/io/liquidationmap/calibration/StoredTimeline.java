package io.liquidationmap.calibration;

import io.liquidationmap.engine.ModelParameters;
import io.liquidationmap.engine.calibration.Calibrator;
import io.liquidationmap.history.CalibrationLog;
import io.liquidationmap.history.CalibrationState;
import io.liquidationmap.market.Instrument;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The calibrations of an instrument that were stored when it was made; their numbers are read when they are needed.
final class StoredTimeline implements ModelTimeline {

    private final Instrument instrument;
    private final CalibrationLog log;
    private final UncalibratedTimeline uncalibrated;
    private final List<CalibrationState> states;
    private final Map<Key, InstrumentModel> models = new ConcurrentHashMap<>();

    StoredTimeline(Instrument instrument, CalibrationLog log, UncalibratedTimeline uncalibrated) {
        this.instrument = instrument;
        this.log = log;
        this.uncalibrated = uncalibrated;
        this.states = log.states(instrument.id());
    }

    @Override
    public InstrumentModel knownAt(Instant asOf) {
        Key key = new Key(CalibrationState.known(states, asOf), uncalibrated.knownAt(asOf));
        return models.computeIfAbsent(key, this::model);
    }

    private InstrumentModel model(Key key) {
        return key.state
                .map(state -> StoredShares.model(log.outcome(instrument.id(), state), key.assumed))
                .orElseGet(() -> new InstrumentModel(
                        key.assumed,
                        Calibrator.uncertainty(key.assumed),
                        InstrumentModel.NO_EVIDENCE,
                        key.assumed.version()));
    }

    private record Key(Optional<CalibrationState> state, ModelParameters assumed) {}
}
