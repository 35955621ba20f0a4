package io.liquidationmap.accuracy.forecast;

import io.liquidationmap.market.BarSeries;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.Side;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Puts bars together to buckets. Nothing is filled in: a bucket of which a bar is missing, or the price or the open
/// interest at its beginning, or the liquidations of both sides, is none.
final class ObservedBuckets {

    private final BarSeries bars;
    private final Interval length;
    private final int barsPerBucket;

    /// @throws IllegalArgumentException if a bucket is not a whole number of bars
    ObservedBuckets(BarSeries bars, Interval length) {
        if (length.millis() % bars.interval().millis() != 0) {
            throw new IllegalArgumentException("bars of " + bars.interval() + " do not add up to " + length);
        }
        this.bars = bars;
        this.length = length;
        barsPerBucket = Math.toIntExact(length.millis() / bars.interval().millis());
    }

    /// All buckets, ascending.
    List<ObservedBucket> all() {
        return bars.isEmpty()
                ? List.of()
                : between(Instant.ofEpochMilli(bars.openTimeMs(0)), bars.closeTime(bars.size() - 1));
    }

    /// The buckets that begin in `[from, to)`, ascending.
    List<ObservedBucket> between(Instant from, Instant to) {
        List<ObservedBucket> buckets = new ArrayList<>();
        for (Instant start = length.ceiling(from); start.isBefore(to); start = start.plus(length.duration())) {
            at(start).ifPresent(buckets::add);
        }
        return buckets;
    }

    private Optional<ObservedBucket> at(Instant start) {
        int before = bars.lastClosedAt(start);
        int last = before + barsPerBucket;
        boolean whole = before >= 0
                && last < bars.size()
                && bars.closeTimeMs(before) == start.toEpochMilli()
                && bars.closeTimeMs(last) == start.toEpochMilli() + length.millis();
        if (!whole || Double.isNaN(bars.openInterest(before))) {
            return Optional.empty();
        }
        double price = bars.close(before);
        double low = price;
        double high = price;
        double longs = 0;
        double shorts = 0;
        for (int i = before + 1; i <= last; i++) {
            low = Math.min(low, bars.low(i));
            high = Math.max(high, bars.high(i));
            longs += bars.liquidatedLongUsd(i);
            shorts += bars.liquidatedShortUsd(i);
        }
        ObservedBucket bucket =
                new ObservedBucket(start, price, low, high, price * bars.openInterest(before), longs, shorts);
        return Arrays.stream(Side.values()).anyMatch(bucket::isKnown) ? Optional.of(bucket) : Optional.empty();
    }
}
