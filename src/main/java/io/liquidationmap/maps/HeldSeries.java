package io.liquidationmap.maps;

import io.liquidationmap.engine.LevelHistory;
import io.liquidationmap.market.BarSeries;
import java.time.Instant;

/// A series held ready for questions: its bars and what the model made of them. Immutable.
final class HeldSeries {

    private final BarSeries bars;
    private final LevelHistory levels;
    private final long version;
    private final long[] digests;
    private final int[] withOpenInterest;
    private final int[] withLastPrice;

    private HeldSeries(HeldSeries source, LevelHistory levels) {
        this.bars = source.bars;
        this.levels = levels;
        this.version = source.version;
        this.digests = source.digests;
        this.withOpenInterest = source.withOpenInterest;
        this.withLastPrice = source.withLastPrice;
    }

    /// @param version of the stored series these bars were read at
    HeldSeries(BarSeries bars, LevelHistory levels, long version) {
        this.bars = bars;
        this.levels = levels;
        this.version = version;
        this.digests = InputDigest.ofPrefixes(bars);
        this.withOpenInterest = new int[bars.size() + 1];
        this.withLastPrice = new int[bars.size() + 1];
        for (int i = 0; i < bars.size(); i++) {
            withOpenInterest[i + 1] = withOpenInterest[i] + (Double.isNaN(bars.openInterest(i)) ? 0 : 1);
            withLastPrice[i + 1] = withLastPrice[i] + (bars.isMark(i) ? 0 : 1);
        }
    }

    /// The same bars with what another run of the model made of them.
    HeldSeries with(LevelHistory other) {
        return new HeldSeries(this, other);
    }

    BarSeries bars() {
        return bars;
    }

    LevelHistory levels() {
        return levels;
    }

    long version() {
        return version;
    }

    /// Names the bars up to and including `index`.
    long digest(int index) {
        return digests[index];
    }

    /// Bars that open at or after `from`, up to and including `index`, whose open interest is known.
    int barsWithOpenInterest(Instant from, int index) {
        return count(withOpenInterest, from, index);
    }

    /// Bars that open at or after `from`, up to and including `index`, that have the last price instead of the mark.
    int barsWithLastPrice(Instant from, int index) {
        return count(withLastPrice, from, index);
    }

    private int count(int[] prefix, Instant from, int index) {
        return Math.max(0, prefix[index + 1] - prefix[Math.min(bars.firstOpeningAt(from), index + 1)]);
    }
}
