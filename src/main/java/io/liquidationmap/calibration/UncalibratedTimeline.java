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
    private final Map<MarginSchedule, ModelParameters> parameters = new ConcurrentHashMap<>();

    /// @param schedules in the order in which they became known
    UncalibratedTimeline(Instrument instrument, List<KnownSchedule> schedules) {
        this.instrument = instrument;
        this.schedules = List.copyOf(schedules);
    }

    /// By the schedule known at that moment, or an assumed one.
    ModelParameters knownAt(Instant asOf) {
        MarginSchedule margin =
                KnownSchedule.at(asOf, schedules).orElseGet(() -> MarginSchedule.assumed(instrument.contract()));
        return parameters.computeIfAbsent(margin, schedule -> assumed(instrument, schedule));
    }

    static ModelParameters assumed(Instrument instrument, MarginSchedule margin) {
        return ModelParameters.defaults(margin, instrument.contract(), true);
    }
}
