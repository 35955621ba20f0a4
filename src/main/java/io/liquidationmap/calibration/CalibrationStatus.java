package io.liquidationmap.calibration;

import io.liquidationmap.market.InstrumentId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How far the calibrations are: what `/api/status` says.
public interface CalibrationStatus {

    /// Every instrument that has bars, by venue and symbol.
    List<InstrumentStatus> instruments();

    /// One of them; empty if it has no bar.
    Optional<InstrumentStatus> of(InstrumentId instrument);

    /// One instrument, as all instances of the service together have left it.
    ///
    /// @param evidence what the calibration in use was learned from: `complete`, `throttled`, `open-interest`, or `none`
    /// @param transferred whether it was taught by other instruments of the coin
    /// @param knownFrom from when on it is used; null if there is none
    /// @param next from when on the next one is to be known
    /// @param due how many moments have had all their bars
    /// @param done how many of them were tried
    /// @param refused at how many of those nothing was to be learned
    /// @param lastRefusal why, the last time; null if it never was so
    /// @param lastRefusalFor for which moment that was
    record InstrumentStatus(
            InstrumentId instrument,
            String evidence,
            boolean transferred,
            @Nullable Instant knownFrom,
            Instant next,
            long due,
            long done,
            long refused,
            @Nullable String lastRefusal,
            @Nullable Instant lastRefusalFor) {}
}
