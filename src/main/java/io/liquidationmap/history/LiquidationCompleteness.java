package io.liquidationmap.history;

import io.liquidationmap.market.Completeness;
import io.liquidationmap.market.InstrumentId;
import java.time.Instant;
import java.util.Optional;

/// How much of what is liquidated the figures in each instrument's bars show, where they have any.
public interface LiquidationCompleteness {

    /// What the figures of the bars in `[from, to)` show at least: the lowest of what was declared of the instrument
    /// and what the feeds tell that were listened to in that time, because bars are completed from those.
    ///
    /// @param instrument a registered instrument
    /// @return empty where nothing was declared and nobody listened
    Optional<Completeness> of(InstrumentId instrument, Instant from, Instant to);

    /// Says how much the figures show, of the whole history of the instrument.
    ///
    /// @param instrument a registered instrument
    /// @param completeness not [Completeness#NONE]: bars without figures need no declaration
    void declare(InstrumentId instrument, Completeness completeness);
}
