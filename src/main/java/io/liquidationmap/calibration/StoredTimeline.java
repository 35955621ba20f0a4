package io.liquidationmap.calibration;

import io.liquidationmap.engine.ModelParameters;
import io.liquidationmap.engine.calibration.Calibrator;
import io.liquidationmap.history.CalibrationLog;
import io.liquidationmap.history.CalibrationState;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.MarginSchedule;
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
        Optional<CalibrationState> state = CalibrationState.known(states, asOf);
        // A calibration keeps the distances it was made with until the next one.
        Instant moment = state.map(CalibrationState::knownFrom).orElse(asOf);
        return models.computeIfAbsent(new Key(state, uncalibrated.tiersAt(moment)), this::model);
    }

    private InstrumentModel model(Key key) {
        ModelParameters assumed = uncalibrated.by(key.tiers);
        return key.state
                .map(state -> StoredShares.model(log.outcome(instrument.id(), state), assumed, key.tiers))
                .orElseGet(() -> new InstrumentModel(
                        assumed,
                        Calibrator.uncertainty(assumed),
                        InstrumentModel.NO_EVIDENCE,
                        assumed.version(),
                        key.tiers));
    }

    /// @param tiers behind the distances of the model's levels
    private record Key(Optional<CalibrationState> state, MarginSchedule tiers) {}
}
