package io.liquidationmap.api.status;

import io.liquidationmap.api.representation.Columns;
import io.liquidationmap.api.representation.Millis;
import io.liquidationmap.calibration.CalibrationStatus.InstrumentStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How far one instrument is calibrated, as all instances of the service together have left it.
@Schema(name = "CalibrationStatus")
record CalibrationEntry(
        @Schema(example = "binance") String venue,
        @Schema(example = "BTCUSDT") String instrument,

        @Schema(
                description = "What the calibration in use was learned from.",
                allowableValues = {"complete", "throttled", "open-interest", "none"})
        String calibration,

        @Schema(description = "Whether it was taught by other instruments of the coin.")
        boolean transferred,

        @Schema(description = "From when on it is used; null if there is none.") @Nullable Instant knownFrom,

        @Nullable Long knownFromMs,

        @Schema(description = "From when on the next one is to be known.")
        Instant next,

        long nextMs,

        @Schema(description = "Moments whose bars have all ended: the first after 60 days, then every Monday.")
        long due,

        @Schema(description = "How many of them were tried.")
        long done,

        @Schema(description = "At how many of those nothing was to be learned from the instrument itself.")
        long refused,

        @Schema(description = "Why, the last time; null if it never was so.") @Nullable String lastRefusal,

        @Schema(description = "For which moment that was.") @Nullable Instant lastRefusalFor,

        @Nullable Long lastRefusalForMs) {

    static final Columns<CalibrationEntry> COLUMNS = Columns.<CalibrationEntry>of("venue", CalibrationEntry::venue)
            .and("instrument", CalibrationEntry::instrument)
            .and("calibration", CalibrationEntry::calibration)
            .and("transferred", CalibrationEntry::transferred)
            .and("known_from", CalibrationEntry::knownFrom)
            .and("next", CalibrationEntry::next)
            .and("due", CalibrationEntry::due)
            .and("done", CalibrationEntry::done)
            .and("refused", CalibrationEntry::refused)
            .and("last_refusal", CalibrationEntry::lastRefusal)
            .and("last_refusal_for", CalibrationEntry::lastRefusalFor);

    static CalibrationEntry of(InstrumentStatus status) {
        return new CalibrationEntry(
                status.instrument().venue().name(),
                status.instrument().symbol(),
                status.evidence(),
                status.transferred(),
                status.knownFrom(),
                Millis.of(status.knownFrom()),
                status.next(),
                status.next().toEpochMilli(),
                status.due(),
                status.done(),
                status.refused(),
                status.lastRefusal(),
                status.lastRefusalFor(),
                Millis.of(status.lastRefusalFor()));
    }
}
