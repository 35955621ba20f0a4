package io.liquidationmap.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What came of one calibration, in numbers: shares that were learned from the instrument itself, or the reason why
/// there are none, perhaps with shares that other instruments taught.
///
/// @param knownFrom from when on it may be used; it was learned from bars that ended before
/// @param procedure name and version of the procedure; shares of different procedures must not be mixed
/// @param inputDigest names everything it was computed from: bars, prior and evidence
/// @param evidence `complete`, `throttled` or `open-interest`; null if the fit was refused
/// @param refusal why the fit was refused, for a reader of the status; null if it was not
/// @param shares null if there are none
public record CalibrationOutcome(
        Instant knownFrom,
        String procedure,
        String inputDigest,
        @Nullable String evidence,
        @Nullable String refusal,
        @Nullable CalibratedShares shares) {

    public CalibrationOutcome {
        if ((evidence == null) != (refusal != null)) {
            throw new IllegalArgumentException("a calibration is either learned from something or refused");
        }
        if (evidence != null && shares == null) {
            throw new IllegalArgumentException("a calibration that was not refused has shares");
        }
    }

    /// Shares learned from the instrument itself.
    public static CalibrationOutcome learned(
            Instant knownFrom, String procedure, String inputDigest, String evidence, CalibratedShares shares) {
        return new CalibrationOutcome(knownFrom, procedure, inputDigest, evidence, null, shares);
    }

    /// A fit that was refused.
    ///
    /// @param transferred what other instruments taught; null if there are none
    public static CalibrationOutcome refused(
            Instant knownFrom,
            String procedure,
            String inputDigest,
            String reason,
            @Nullable CalibratedShares transferred) {
        return new CalibrationOutcome(knownFrom, procedure, inputDigest, null, reason, transferred);
    }
}
