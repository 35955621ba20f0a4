package io.liquidationmap.engine;

import io.liquidationmap.market.Range;
import java.time.Duration;
import java.time.Instant;

/// What the maps of one day and range have in common: the positions that stood when the day began, apart from those
/// opened on the one day that the beginning of the range passes meanwhile. Nearly all of the time a map takes goes into
/// it; the others of the day then take next to none. Immutable and safe for any number of threads.
///
/// Every map is drawn from one, kept or not, so each is the same to the bit whatever was asked before.
public final class Groundwork {

    private static final long DAY_MS = Duration.ofDays(1).toMillis();

    private final long beginMs;
    private final Range range;
    private final int base;
    private final int held;
    private final int before;
    private final SideScan.Standing longs;
    private final SideScan.Standing shorts;
    private final boolean complete;

    /// @param beginMs of the day, when at least one row had ended
    Groundwork(FlowTable flows, CohortTable cohorts, long beginMs, Range range) {
        this.beginMs = beginMs;
        this.range = range;
        long rangeMs = range.duration().toMillis();
        base = flows.lastRowAt(beginMs);
        held = Math.min(flows.firstAfter(beginMs + DAY_MS - rangeMs), base + 1);
        before = Math.min(flows.firstAfter(beginMs - rangeMs), base + 1);
        Ground longScan = new Ground(flows, cohorts, cohorts.longs(), base);
        Ground shortScan = new Ground(flows, cohorts, cohorts.shorts(), base);
        complete = scan(flows, new Survival(flows, cohorts, base), longScan, shortScan);
        longs = longScan.standing();
        shorts = shortScan.standing();
    }

    /// When the day of a map begins: the last midnight (UTC) before its moment.
    public static Instant beginOfDay(Instant asOf) {
        return Instant.ofEpochMilli(beginMs(asOf.toEpochMilli()));
    }

    static long beginMs(long asOfMs) {
        return Math.floorDiv(asOfMs - 1, DAY_MS) * DAY_MS;
    }

    /// Whether maps as of that moment, of that range, are drawn from it.
    boolean isFor(long asOfMs, Range other) {
        return beginMs(asOfMs) == beginMs && range.equals(other);
    }

    /// The last row of the days before.
    int base() {
        return base;
    }

    /// The first row that is in the range of all maps of the day.
    int held() {
        return held;
    }

    /// The first row that is in the range of any.
    int before() {
        return before;
    }

    /// Whether nothing older than [#held()] matters.
    boolean isComplete() {
        return complete;
    }

    SideScan.Standing longs() {
        return longs;
    }

    SideScan.Standing shorts() {
        return shorts;
    }

    /// Heap that it takes, about.
    public int kilobytes() {
        return longs.kilobytes() + shorts.kilobytes();
    }

    /// @return whether it ended with a row that is in all ranges
    private boolean scan(FlowTable flows, Survival survival, Ground longScan, Ground shortScan) {
        int row = base;
        while (row >= flows.first() && survival.goBackTo(row)) {
            longScan.add(row, survival);
            shortScan.add(row, survival);
            if (flows.isStart(row)) {
                break;
            }
            row--;
        }
        return row >= held;
    }

    /// One side of it, while it is being worked out.
    private final class Ground {

        /// What is in the range of all maps of the day.
        private final SideScan inRange;

        /// What is in the range of none.
        private final SideScan earlier;

        Ground(FlowTable flows, CohortTable cohorts, SideTable table, int base) {
            inRange = SideScan.standing(flows, cohorts, table, base);
            earlier = SideScan.standing(flows, cohorts, table, base);
        }

        void add(int row, Survival survival) {
            if (row >= held) {
                inRange.add(row, true, survival);
                inRange.leave(row);
            } else if (row < before) {
                earlier.add(row, true, survival);
            }
            earlier.leave(row);
        }

        SideScan.Standing standing() {
            return SideScan.Standing.of(inRange, earlier);
        }
    }
}
