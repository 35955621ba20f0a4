package io.liquidationmap.history;

import io.liquidationmap.market.Completeness;
import io.liquidationmap.market.InstrumentId;

/// How much of what is liquidated the figures in each instrument's bars show, where they have any.
public interface LiquidationCompleteness {

    /// What was declared last; [Completeness#THROTTLED] where nothing was, because to take a complete feed for a
    /// throttled one costs little accuracy and the reverse costs much.
    ///
    /// @param instrument a registered instrument
    Completeness of(InstrumentId instrument);

    /// Says how much the figures show, of the whole history of the instrument.
    ///
    /// @param instrument a registered instrument
    /// @param completeness not [Completeness#NONE]: bars without figures need no declaration
    void declare(InstrumentId instrument, Completeness completeness);
}
