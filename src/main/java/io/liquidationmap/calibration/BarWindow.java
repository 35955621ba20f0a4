package io.liquidationmap.calibration;

import io.liquidationmap.market.BarSeries;
import java.time.Duration;
import java.time.Instant;

/// What the stretches of a series before any moment hold, without reading them again for each. Immutable.
final class BarWindow {

    private final BarSeries bars;
    private final long[] digests;
    private final int[] withLiquidations;

    BarWindow(BarSeries bars) {
        this.bars = bars;
        digests = new long[bars.size() + 1];
        withLiquidations = new int[bars.size() + 1];
        for (int i = 0; i < bars.size(); i++) {
            digests[i + 1] = digests[i] + digest(bars, i);
            boolean known = !Double.isNaN(bars.liquidatedLongUsd(i)) && !Double.isNaN(bars.liquidatedShortUsd(i));
            withLiquidations[i + 1] = withLiquidations[i] + (known ? 1 : 0);
        }
    }

    BarSeries bars() {
        return bars;
    }

    /// Names the bars that open at or after `from` and end by `to`: equal bars have equal digests, whatever lies before
    /// and after them.
    ///
    /// 64 bits: the sum of those of the bars, each mixed with the finaliser of SplitMix64 (Steele, Lea, Flood 2014).
    String digest(Instant from, Instant to) {
        long sum = digests[end(to)] - digests[start(from, to)];
        return bars.interval() + ":" + Long.toHexString(sum);
    }

    /// How much time of that stretch has bars with figures of liquidations.
    Duration withLiquidations(Instant from, Instant to) {
        int count = withLiquidations[end(to)] - withLiquidations[start(from, to)];
        return bars.interval().duration().multipliedBy(count);
    }

    private int end(Instant to) {
        return bars.lastClosedAt(to) + 1;
    }

    private int start(Instant from, Instant to) {
        return Math.min(bars.firstOpeningAt(from), end(to));
    }

    private static long digest(BarSeries bars, int i) {
        long digest = mix(bars.openTimeMs(i));
        digest = add(digest, bars.open(i));
        digest = add(digest, bars.high(i));
        digest = add(digest, bars.low(i));
        digest = add(digest, bars.close(i));
        digest = add(digest, bars.vwap(i));
        digest = add(digest, bars.volume(i));
        digest = add(digest, bars.takerBuyVolume(i));
        digest = add(digest, bars.openInterest(i));
        digest = add(digest, bars.longShortRatio(i));
        digest = add(digest, bars.liquidatedLongUsd(i));
        digest = add(digest, bars.liquidatedShortUsd(i));
        return mix(digest + (bars.isMark(i) ? 1 : 0));
    }

    private static long add(long digest, double value) {
        return mix(31 * digest + Double.doubleToLongBits(value));
    }

    private static long mix(long value) {
        long mixed = value + 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
