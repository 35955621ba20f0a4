package io.liquidationmap.history;

import io.liquidationmap.history.BarHistory.Gap;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Interval;
import java.util.List;
import java.util.Map;

/// What venues were asked for in vain: bars that never were, because the venue stood still, and bars whose open interest it
/// never said. Nobody need ask again, and nobody makes them up.
public interface UnavailableBars {

    /// The stretches of a series that are known to be unavailable, ascending.
    List<Gap> of(InstrumentId instrument, Interval interval);

    /// Stores the stretches that are unavailable, in place of all stored before.
    ///
    /// @param stretches each with the number of bars in it that are not stored at all, ascending and apart
    void replace(InstrumentId instrument, Interval interval, Map<Gap, Long> stretches);

    /// How many bars are known never to have been, by instrument, for bars of one length; those without any are left out.
    Map<InstrumentId, Long> missingBars(Interval interval);
}
