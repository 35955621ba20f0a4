package io.liquidationmap.calibration;

import io.liquidationmap.engine.calibration.Calibrator;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.SortedSet;
import java.util.TreeSet;

/// From which moments on calibrations are known: the first when enough history lies before it, then every Monday at
/// 0:00 UTC.
final class CalibrationCalendar {

    /// A calibration is learned from bars that ended this long before it is known, so that it is stored before anybody
    /// can ask for it, and an answer never changes for its sake.
    static final Duration LEAD = Duration.ofHours(1);

    private CalibrationCalendar() {}

    /// The moments whose bars have ended.
    ///
    /// @param firstBar when the history begins
    /// @param end end of its last bar
    static SortedSet<Instant> due(Instant firstBar, Instant end) {
        SortedSet<Instant> moments = new TreeSet<>();
        Instant moment = first(firstBar);
        while (!lastBarEnd(moment).isAfter(end)) {
            moments.add(moment);
            moment = after(moment);
        }
        return moments;
    }

    /// The first moment that has enough history before it.
    static Instant first(Instant firstBar) {
        return firstBar.plus(Calibrator.SHORTEST_HISTORY).plus(LEAD);
    }

    /// The next Monday.
    static Instant after(Instant moment) {
        LocalDate day = moment.atOffset(ZoneOffset.UTC).toLocalDate();
        return day.with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }

    /// Until when bars count.
    static Instant lastBarEnd(Instant knownFrom) {
        return knownFrom.minus(LEAD);
    }
}
