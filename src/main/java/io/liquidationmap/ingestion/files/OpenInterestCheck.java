package io.liquidationmap.ingestion.files;

import io.liquidationmap.market.Bar;
import io.liquidationmap.market.Interval;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/// Passes bars on and counts those in which open interest changes by more than what was traded. A trade changes it by
/// at most its own size, so many of them mean a wrong unit, and a few a sample that was taken beside the bar's end.
final class OpenInterestCheck implements Iterator<Bar> {

    /// Venues sample open interest a little beside the end of a bar, so a trade may count in the next one.
    private static final double TOLERANCE = 1.1;

    private final Iterator<Bar> bars;
    private final Interval interval;
    private final Tally tally;
    private @Nullable Bar before;

    OpenInterestCheck(Iterator<Bar> bars, Interval interval, Tally tally) {
        this.bars = bars;
        this.interval = interval;
        this.tally = tally;
    }

    @Override
    public boolean hasNext() {
        return bars.hasNext();
    }

    @Override
    public Bar next() {
        Bar bar = bars.next();
        if (before != null && isImpossible(before, bar)) {
            tally.impossibleChange();
        }
        before = bar;
        return bar;
    }

    private boolean isImpossible(Bar earlier, Bar later) {
        Double from = earlier.openInterest();
        Double to = later.openInterest();
        Double traded = later.volume();
        return from != null
                && to != null
                && traded != null
                && later.openTime().equals(earlier.openTime().plus(interval.duration()))
                && Math.abs(to - from) > traded * TOLERANCE;
    }
}
