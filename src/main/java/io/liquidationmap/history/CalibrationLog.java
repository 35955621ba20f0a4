package io.liquidationmap.history;

import io.liquidationmap.market.InstrumentId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What was learned about each instrument's open positions, and from when on it was known, so that an answer as of the
/// past uses what was known then. Nothing is ever changed or removed: what is computed anew for a moment becomes its next
/// revision, and a fit that was refused is kept as well, with its reason.
public interface CalibrationLog {

    /// Stores an outcome as the next revision for its moment, unless the last revision has the same procedure and input
    /// digest already, as when two instances of the service computed the same.
    ///
    /// @param instrument a registered instrument
    /// @return whether it was stored
    boolean append(InstrumentId instrument, CalibrationOutcome outcome);

    /// What is known to have come of each moment: the last revisions, ascending.
    List<CalibrationState> states(InstrumentId instrument);

    /// Everything ever stored for an instrument, ascending by moment and revision.
    List<CalibrationOutcome> outcomes(InstrumentId instrument);

    /// One revision.
    ///
    /// @throws IllegalStateException if it is not stored
    CalibrationOutcome outcome(InstrumentId instrument, CalibrationState state);

    /// The outcome to use as of a moment, by the rule of [CalibrationState#known].
    default Optional<CalibrationOutcome> knownAt(InstrumentId instrument, Instant asOf) {
        return CalibrationState.known(states(instrument), asOf).map(state -> outcome(instrument, state));
    }

    /// Rises whenever an outcome is stored for any instrument; lets a reader keep what it has read.
    long version();
}
