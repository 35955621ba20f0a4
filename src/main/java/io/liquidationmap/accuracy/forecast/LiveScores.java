package io.liquidationmap.accuracy.forecast;

import java.time.Instant;
import java.util.List;

/// How good the maps of this service have been, by what was force-closed after them.
public interface LiveScores {

    /// The scores of every instrument whose liquidations are known, by venue and symbol, shortest buckets first.
    ///
    /// @param asOf by what had happened then
    List<LiveScore> upTo(Instant asOf);
}
