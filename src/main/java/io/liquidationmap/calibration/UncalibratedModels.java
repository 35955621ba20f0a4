package io.liquidationmap.calibration;

import io.liquidationmap.engine.ModelParameters;
import io.liquidationmap.history.InstrumentCatalog;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.MarginSchedule;
import java.time.Instant;
import org.springframework.stereotype.Component;

/// What is assumed of an instrument's positions before its history is looked at.
@Component
final class UncalibratedModels {

    private final InstrumentCatalog catalog;

    UncalibratedModels(InstrumentCatalog catalog) {
        this.catalog = catalog;
    }

    /// For all moments, by the margin schedules stored now.
    UncalibratedTimeline of(Instrument instrument) {
        return new UncalibratedTimeline(instrument, catalog.marginSchedules(instrument.id()));
    }

    /// Rises whenever a margin schedule is stored.
    long version() {
        return catalog.countMarginSchedules();
    }

    /// By the margin schedule known at that moment.
    ModelParameters of(Instrument instrument, Instant asOf) {
        return UncalibratedTimeline.assumed(instrument, margin(instrument, asOf));
    }

    /// That schedule, or an assumed one.
    MarginSchedule margin(Instrument instrument, Instant asOf) {
        return catalog.marginSchedule(instrument.id(), asOf)
                .orElseGet(() -> MarginSchedule.assumed(instrument.contract()));
    }
}
