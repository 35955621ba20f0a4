package io.liquidationmap.history.jdbc;

import io.liquidationmap.market.Interval;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.SortedSet;
import java.util.TreeSet;

/// Where the bars of a write lie in time. Mutable.
final class BarSpan {

    private final Interval interval;
    private final SortedSet<YearMonth> months = new TreeSet<>();
    private Instant first = Instant.MAX;
    private Instant last = Instant.MIN;

    BarSpan(Interval interval) {
        this.interval = interval;
    }

    /// Takes in a bar.
    ///
    /// @throws IllegalArgumentException if it does not open on a boundary of the interval
    void add(Instant openTime) {
        if (!interval.isBoundary(openTime)) {
            throw new IllegalArgumentException(
                    "a bar of " + interval + " cannot open at " + openTime + ", which is not on a boundary");
        }
        first = openTime.isBefore(first) ? openTime : first;
        last = openTime.isAfter(last) ? openTime : last;
        months.add(YearMonth.from(openTime.atOffset(ZoneOffset.UTC)));
    }

    /// Whether there was no bar.
    boolean isEmpty() {
        return months.isEmpty();
    }

    /// The earliest open time.
    Instant first() {
        return first;
    }

    /// The latest open time.
    Instant last() {
        return last;
    }

    /// The months in which bars open, in UTC.
    SortedSet<YearMonth> months() {
        return months;
    }
}
