package io.liquidationmap.maps;

import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Interval;
import java.time.Instant;
import java.time.LocalDate;

/// What is known of one instrument behind an answer.
///
/// @param instrument whose bars
/// @param interval length of its bars
/// @param from open time of its first bar
/// @param to end of the last bar the answer uses
/// @param barsExpected bars that a whole history of the asked range would have
/// @param barsPresent bars of the asked range that are stored with an open interest
/// @param lagSeconds how far `to` is behind the instant asked for (behind the last bar that should have closed by now
///     if none was)
/// @param stale whether it is so far behind that its part of the answer is of another time
/// @param warmingUp whether less history than the model's warm-up lies before the end, so that many positions are
///     still unexplained
/// @param degraded whether a gap of more than 24 hours lies in the asked range
/// @param lastPriceBars bars of the asked range with the last price in place of the mark price
/// @param calibration what the leverage distribution was learned from: `complete`, `throttled`, `open-interest` or
///     `none`
/// @param tiersSource where the margin tiers come from that its levels' distances rest on
/// @param tiersAsOf the day on which those tiers held
public record Coverage(
        InstrumentId instrument,
        Interval interval,
        Instant from,
        Instant to,
        long barsExpected,
        long barsPresent,
        long lagSeconds,
        boolean stale,
        boolean warmingUp,
        boolean degraded,
        long lastPriceBars,
        String calibration,
        String tiersSource,
        LocalDate tiersAsOf) {}
