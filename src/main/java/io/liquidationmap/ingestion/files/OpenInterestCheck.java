package io.liquidationmap.ingestion.files;

import io.liquidationmap.market.Bar;
import io.liquidationmap.market.ContractType;
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
    private final ContractType contract;
    private final Tally tally;
    private @Nullable Bar before;

    OpenInterestCheck(Iterator<Bar> bars, Interval interval, ContractType contract, Tally tally) {
        this.bars = bars;
        this.interval = interval;
        this.contract = contract;
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
        return later.openTime().equals(earlier.openTime().plus(interval.duration()))
                && Math.abs(size(later.openInterest(), later) - size(earlier.openInterest(), earlier))
                        > size(later.volume(), later) * TOLERANCE;
    }

    /// A number of contracts, in the unit in which only a trade can change it: the coins of an inverse contract change
    /// with every move of the price. NaN where unknown.
    private double size(@Nullable Double coins, Bar bar) {
        if (coins == null) {
            return Double.NaN;
        }
        return contract == ContractType.LINEAR ? coins : coins * bar.price().close();
    }
}
