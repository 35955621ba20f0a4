package io.liquidationmap.history;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What came of one calibration, without its numbers.
///
/// @param knownFrom from when on it may be used
/// @param revision 1 for what was computed first, and so on
/// @param procedure name and version of the procedure
/// @param inputDigest names everything it was computed from
/// @param evidence what it was learned from; null if the fit was refused
/// @param refusal why the fit was refused; null if it was not
/// @param transferred whether the fit was refused but other instruments taught shares
public record CalibrationState(
        Instant knownFrom,
        int revision,
        String procedure,
        String inputDigest,
        @Nullable String evidence,
        @Nullable String refusal,
        boolean transferred) {

    /// How long what was learned outlives the refusal of what should have followed it. Half of the evidence behind a
    /// calibration is about as old.
    public static final Duration OUTLIVES_REFUSALS = Duration.ofDays(35);

    /// Which of an instrument's calibrations to use as of a moment: the latest that was learned from the instrument
    /// itself, unless one at least five weeks later was refused; otherwise the latest, if others taught its shares.
    ///
    /// That no later calibration was tried is no reason to drop one: then there are no later bars either.
    ///
    /// @param states one per moment, ascending
    public static Optional<CalibrationState> known(List<CalibrationState> states, Instant asOf) {
        List<CalibrationState> past =
                states.stream().filter(state -> !state.knownFrom.isAfter(asOf)).toList();
        if (past.isEmpty()) {
            return Optional.empty();
        }
        CalibrationState latest = past.getLast();
        Instant oldest = latest.knownFrom.minus(OUTLIVES_REFUSALS);
        return last(past, state -> state.isLearned() && state.knownFrom.isAfter(oldest))
                .or(() -> Optional.of(latest).filter(CalibrationState::transferred));
    }

    /// Whether it was learned from the instrument itself.
    public boolean isLearned() {
        return evidence != null;
    }

    private static Optional<CalibrationState> last(
            List<CalibrationState> states, Predicate<CalibrationState> condition) {
        return states.stream().filter(condition).max(Comparator.comparing(CalibrationState::knownFrom));
    }
}
