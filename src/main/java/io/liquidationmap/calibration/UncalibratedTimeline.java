package io.liquidationmap.calibration;

import io.liquidationmap.engine.ModelParameters;
import io.liquidationmap.history.InstrumentCatalog.KnownSchedule;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.MarginSchedule;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// What was assumed of one instrument's positions at any moment. It has read all margin schedules, because answers about
/// the past ask for hundreds of moments. Safe for use by several threads.
final class UncalibratedTimeline {

    private final Instrument instrument;
    private final List<KnownSchedule> schedules;
    private final Map<ModelParameters, ModelParameters> distinct = new ConcurrentHashMap<>();

    /// @param schedules in the order in which they became known
    UncalibratedTimeline(Instrument instrument, List<KnownSchedule> schedules) {
        this.instrument = instrument;
        this.schedules = List.copyOf(schedules);
    }

    /// The schedule known at that moment, or an assumed one.
    MarginSchedule tiersAt(Instant asOf) {
        return KnownSchedule.at(asOf, schedules).orElseGet(() -> MarginSchedule.assumed(instrument.contract()));
    }

    /// What is assumed by a schedule. One that was read again and assumes the same gives the same object.
    ModelParameters by(MarginSchedule margin) {
        return distinct.computeIfAbsent(assumed(instrument, margin), assumed -> assumed);
    }

    static ModelParameters assumed(Instrument instrument, MarginSchedule margin) {
        return ModelParameters.defaults(margin, instrument.contract(), true);
    }
}
