package io.liquidationmap.engine;

import io.liquidationmap.market.Range;
import io.liquidationmap.market.Side;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Adds up the levels of one moment of a [LevelHistory] after the other: the same numbers as the map of each moment, to
/// rounding. Mutable, for one thread.
///
/// It walks over the bars, which enter at the end of the range and leave at its beginning, so the next moment costs the
/// bars up to it and not the whole range. Each week is walked from its beginning, whichever of its moments are asked
/// about: so what is told of a moment is the same to the last bit, whatever is asked besides.
public final class LevelWalk {

    private static final long WEEK_MS = Duration.ofDays(7).toMillis();

    /// Weeks begin on Mondays, as those of the calibrations do; 1970 began on a Thursday.
    private static final long FIRST_MONDAY_MS = Duration.ofDays(4).toMillis();

    private final FlowTable flows;
    private final CohortTable cohorts;
    private final Range range;
    private long weekMs;
    private int row;
    private @Nullable RollingLevels levels;

    LevelWalk(FlowTable flows, CohortTable cohorts, Range range) {
        this.flows = flows;
        this.cohorts = cohorts;
        this.range = range;
    }

    /// The beginning of the week that a moment lies in: to draw a moment, the bars of the range before this are needed.
    public static Instant weekOf(Instant moment) {
        return Instant.ofEpochMilli(weekMs(moment.toEpochMilli()));
    }

    private static long weekMs(long timeMs) {
        return timeMs - Math.floorMod(timeMs - FIRST_MONDAY_MS, WEEK_MS);
    }

    /// The levels as of the last bar that has ended at or before a moment.
    ///
    /// @param moment not before the last one asked about
    /// @throws IllegalArgumentException if it is, if no bar had ended by then, or if bars that are needed are forgotten
    public LevelTotals at(Instant moment) {
        int last = flows.requireRowAt(moment);
        long lastWeekMs = weekMs(flows.closeTimeMs(last));
        if (levels == null || lastWeekMs > weekMs) {
            weekMs = lastWeekMs;
            levels = begin();
        }
        if (last < row) {
            throw new IllegalArgumentException("the walk has passed " + moment);
        }
        while (row < last) {
            row++;
            levels.enterUpTo(row);
            levels.leaveBefore(flows.firstInRange(row, range));
        }
        return new LevelTotals(
                Instant.ofEpochMilli(flows.closeTimeMs(row)),
                flows.close(row),
                cohorts.contract().usdPerUnit(flows.close(row)),
                cohorts.grid(),
                levels.side(Side.LONG).totals(),
                levels.side(Side.SHORT).totals());
    }

    private RollingLevels begin() {
        int first = flows.firstAfter(weekMs - range.duration().toMillis());
        RollingLevels week = new RollingLevels(flows, cohorts, first, flows.lastRowAt(weekMs + WEEK_MS));
        row = Math.max(first - 1, flows.lastRowAt(weekMs));
        week.enterUpTo(row);
        return week;
    }
}
