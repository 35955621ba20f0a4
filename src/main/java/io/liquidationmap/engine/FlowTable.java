package io.liquidationmap.engine;

import io.liquidationmap.market.Range;
import io.liquidationmap.market.Side;
import java.time.Instant;
import java.util.Arrays;

/// What a book did bar by bar, in so few numbers that any past map can be drawn from them: how much was opened where,
/// how far price reached, and the clocks of closing. The survival of a position of any cohort between two bars follows
/// from the difference of their clocks, so nothing is stored per cohort.
///
/// Append-only. A view shares what was written before it was taken; later rows are beyond its size. One thread writes. Of
/// a table that forgets rows, views are taken when no more are appended.
final class FlowTable {

    private static final int PAGE_BITS = 10;
    private static final int ROWS_PER_PAGE = 1 << PAGE_BITS;

    // The columns of a row. Of a pair, the long side's comes first.
    private static final int CLOSE_TIME_MS = 0;
    private static final int CLOSE = 1;
    private static final int OPEN_INTEREST = 2;
    private static final int OPEN_INTEREST_AT_MS = 3;
    private static final int WARM_UP_UNTIL_MS = 4;
    private static final int DEGRADED_UNTIL_MS = 5;
    private static final int START = 6;
    private static final int LOW = 7;
    private static final int HIGH = 8;
    private static final int ENTRY_LOW = 9;
    private static final int ENTRY_MIDDLE = 10;
    private static final int ENTRY_HIGH = 11;
    private static final int CLOCK_DAYS = 12;
    private static final int LOG_KEPT = 13;
    private static final int LEVERED = 15;
    private static final int UNLEVERED = 17;
    private static final int SWEPT = 19;
    private static final int COLUMNS = 21;

    private static final double[] FORGOTTEN = new double[0];

    private double[][] pages;
    private int first;
    private final long neededAfterMs;
    private long forgottenMs = Long.MIN_VALUE;
    private int size;
    private double lowestEntry = Double.POSITIVE_INFINITY;
    private double highestEntry = Double.NEGATIVE_INFINITY;

    FlowTable() {
        this(Long.MIN_VALUE);
    }

    /// @param neededAfterMs rows that end at or before this time are forgotten as others are appended, but the last one
    FlowTable(long neededAfterMs) {
        pages = new double[0][];
        this.neededAfterMs = neededAfterMs;
    }

    private FlowTable(FlowTable source) {
        pages = source.pages;
        first = source.first;
        forgottenMs = source.forgottenMs;
        neededAfterMs = source.neededAfterMs;
        size = source.size;
        lowestEntry = source.lowestEntry;
        highestEntry = source.highestEntry;
    }

    /// The rows so far, which later ones do not change. Not to be appended to.
    FlowTable view() {
        return new FlowTable(this);
    }

    /// The rows so far without those that ended at or before a time, for whoever keeps it for long. Not to be appended to.
    FlowTable since(long timeMs) {
        FlowTable since = new FlowTable(this);
        since.first = lastRowAt(timeMs) + 1;
        since.forgottenMs = since.first > first ? timeMs : forgottenMs;
        since.pages = pages.clone();
        Arrays.fill(since.pages, 0, Math.min(since.first >>> PAGE_BITS, pages.length), FORGOTTEN);
        return since;
    }

    /// The rows so far in a table that goes on by itself.
    FlowTable copy() {
        FlowTable copy = new FlowTable(this);
        copy.pages = pages.clone();
        if (pages.length > 0) {
            copy.pages[pages.length - 1] = pages[pages.length - 1].clone();
        }
        return copy;
    }

    /// Begins the next row. Where the step knows no open interest, that of the row before goes on.
    void append(BarStep step) {
        double known = step.isBalanced() ? step.openInterest() : openInterest(size - 1);
        long knownAtMs = step.isBalanced() ? step.closeTimeMs() : openInterestAtMs(size - 1);
        int row = nextRow(step.closeTimeMs());
        set(row, CLOSE_TIME_MS, (double) step.closeTimeMs());
        set(row, CLOSE, step.close());
        set(row, OPEN_INTEREST, known);
        set(row, OPEN_INTEREST_AT_MS, (double) knownAtMs);
        set(row, WARM_UP_UNTIL_MS, (double) step.warmUpUntilMs());
        set(row, DEGRADED_UNTIL_MS, (double) step.degradedUntilMs());
        set(row, START, step.start() ? 1 : 0);
        set(row, LOW, step.low());
        set(row, HIGH, step.high());
        set(row, ENTRY_LOW, step.entryLow());
        set(row, ENTRY_MIDDLE, step.entryMiddle());
        set(row, ENTRY_HIGH, step.entryHigh());
        set(row, CLOCK_DAYS, step.clockDays());
        lowestEntry = Math.min(lowestEntry, step.entryLow());
        highestEntry = Math.max(highestEntry, step.entryHigh());
    }

    /// A new row, or that of a bar that is forgotten.
    private int nextRow(long endMs) {
        if (endMs <= neededAfterMs && size > 0) {
            forgottenMs = closeTimeMs(size - 1);
            return size - 1;
        }
        if (size == pages.length * ROWS_PER_PAGE) {
            pages = Arrays.copyOf(pages, pages.length + 1);
            pages[pages.length - 1] = new double[ROWS_PER_PAGE * COLUMNS];
        }
        return size++;
    }

    /// Completes the last row for one side.
    ///
    /// @param logKept logarithm of what all pro-rata closing so far has left of a position
    /// @param levered opened in the bar with a level
    /// @param unlevered opened in the bar without
    /// @param swept what price swept since open interest was last known, this bar included; 0 if it is known now
    void record(Side side, double logKept, double levered, double unlevered, double swept) {
        int row = size - 1;
        set(row, of(LOG_KEPT, side), logKept);
        set(row, of(LEVERED, side), levered);
        set(row, of(UNLEVERED, side), unlevered);
        set(row, of(SWEPT, side), swept);
    }

    int size() {
        return size;
    }

    /// Whether there have been rows that are forgotten.
    boolean isForgetful() {
        return forgottenMs > Long.MIN_VALUE;
    }

    /// The first row that is not forgotten.
    int first() {
        return first;
    }

    /// Lowest grid position at which anything was ever opened.
    double lowestEntry() {
        return lowestEntry;
    }

    /// Highest grid position at which anything was ever opened.
    double highestEntry() {
        return highestEntry;
    }

    /// The last row that ends at or before the time, or the one before the first.
    int lastRowAt(long timeMs) {
        int low = first;
        int high = size - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (closeTimeMs(middle) <= timeMs) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return high;
    }

    /// The last row that ends at or before a moment.
    ///
    /// @throws IllegalArgumentException if there is none
    int requireRowAt(Instant moment) {
        int row = lastRowAt(moment.toEpochMilli());
        if (row < first) {
            throw new IllegalArgumentException("no bar with a known open interest had ended by " + moment);
        }
        return row;
    }

    /// The first row whose positions were opened in the range that ends with `row`: positions count as opened when
    /// their bar ends.
    ///
    /// @throws IllegalArgumentException if some of those are forgotten
    int firstInRange(int row, Range range) {
        return firstAfter(closeTimeMs(row) - range.duration().toMillis());
    }

    /// The first row that ends after a time, or the one after the last.
    ///
    /// @throws IllegalArgumentException if some of those are forgotten
    int firstAfter(long timeMs) {
        if (timeMs < forgottenMs) {
            throw new IllegalArgumentException("the range begins with bars that are forgotten");
        }
        return lastRowAt(timeMs) + 1;
    }

    long closeTimeMs(int row) {
        return (long) get(row, CLOSE_TIME_MS);
    }

    double close(int row) {
        return get(row, CLOSE);
    }

    double openInterest(int row) {
        return get(row, OPEN_INTEREST);
    }

    long openInterestAtMs(int row) {
        return (long) get(row, OPEN_INTEREST_AT_MS);
    }

    /// Whether positions of unknown age still weigh in the book.
    boolean isWarmingUp(int row) {
        return closeTimeMs(row) < (long) get(row, WARM_UP_UNTIL_MS);
    }

    /// Whether a long stretch without open interest goes on or is not forgotten yet.
    boolean isDegraded(int row) {
        return closeTimeMs(row) < (long) get(row, DEGRADED_UNTIL_MS)
                || closeTimeMs(row) - openInterestAtMs(row) > BarIntake.DEGRADING_GAP_MS;
    }

    /// Whether the book began, or began anew, with this row: nothing before it lasts.
    boolean isStart(int row) {
        return get(row, START) > 0;
    }

    double low(int row) {
        return get(row, LOW);
    }

    double high(int row) {
        return get(row, HIGH);
    }

    double entryLow(int row) {
        return get(row, ENTRY_LOW);
    }

    double entryMiddle(int row) {
        return get(row, ENTRY_MIDDLE);
    }

    double entryHigh(int row) {
        return get(row, ENTRY_HIGH);
    }

    double clockDays(int row) {
        return get(row, CLOCK_DAYS);
    }

    double logKept(Side side, int row) {
        return get(row, of(LOG_KEPT, side));
    }

    double levered(Side side, int row) {
        return get(row, of(LEVERED, side));
    }

    double unlevered(Side side, int row) {
        return get(row, of(UNLEVERED, side));
    }

    double swept(Side side, int row) {
        return get(row, of(SWEPT, side));
    }

    private static int of(int pair, Side side) {
        return side == Side.LONG ? pair : pair + 1;
    }

    private double get(int row, int column) {
        return pages[row >>> PAGE_BITS][(row & (ROWS_PER_PAGE - 1)) * COLUMNS + column];
    }

    private void set(int row, int column, double value) {
        pages[row >>> PAGE_BITS][(row & (ROWS_PER_PAGE - 1)) * COLUMNS + column] = value;
    }
}
