package io.liquidationmap.market;

import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The bars of one instrument at one interval, oldest first, column by column: what the engine runs on. Immutable.
///
/// Unknown values are NaN here, where a bar has null. A missing bar is simply absent: open times ascend strictly but
/// need not be consecutive, and nothing is ever interpolated.
public final class BarSeries {

    private final Interval interval;
    private final int size;
    private final long[] openTimeMs;
    private final double[] open;
    private final double[] high;
    private final double[] low;
    private final double[] close;
    private final double[] vwap;
    private final double[] volume;
    private final double[] takerBuyVolume;
    private final double[] openInterest;
    private final double[] longShortRatio;
    private final double[] liquidatedLongUsd;
    private final double[] liquidatedShortUsd;
    private final boolean[] mark;

    private BarSeries(Builder columns) {
        interval = columns.interval;
        size = columns.size;
        openTimeMs = Arrays.copyOf(columns.openTimeMs, size);
        open = Arrays.copyOf(columns.open, size);
        high = Arrays.copyOf(columns.high, size);
        low = Arrays.copyOf(columns.low, size);
        close = Arrays.copyOf(columns.close, size);
        vwap = Arrays.copyOf(columns.vwap, size);
        volume = Arrays.copyOf(columns.volume, size);
        takerBuyVolume = Arrays.copyOf(columns.takerBuyVolume, size);
        openInterest = Arrays.copyOf(columns.openInterest, size);
        longShortRatio = Arrays.copyOf(columns.longShortRatio, size);
        liquidatedLongUsd = Arrays.copyOf(columns.liquidatedLongUsd, size);
        liquidatedShortUsd = Arrays.copyOf(columns.liquidatedShortUsd, size);
        mark = Arrays.copyOf(columns.mark, size);
    }

    /// An empty builder for bars of that length.
    ///
    /// @param expectedBars room to begin with; it grows by itself
    public static Builder builder(Interval interval, int expectedBars) {
        return new Builder(interval, expectedBars);
    }

    /// The series of these bars, which must ascend by open time.
    public static BarSeries of(Interval interval, Iterable<Bar> bars) {
        Builder builder = builder(interval, 1024);
        bars.forEach(builder::add);
        return builder.build();
    }

    /// The length of each bar.
    public Interval interval() {
        return interval;
    }

    /// Number of bars.
    public int size() {
        return size;
    }

    /// Whether there is no bar at all.
    public boolean isEmpty() {
        return size == 0;
    }

    /// When bar `i` begins, epoch milliseconds.
    public long openTimeMs(int i) {
        return openTimeMs[i];
    }

    /// When bar `i` ends: the instant its close and open interest belong to, epoch milliseconds.
    public long closeTimeMs(int i) {
        return openTimeMs[i] + interval.millis();
    }

    /// When bar `i` ends.
    public Instant closeTime(int i) {
        return Instant.ofEpochMilli(closeTimeMs(i));
    }

    /// Opening price, quote per coin.
    public double open(int i) {
        return open[i];
    }

    /// Highest price, quote per coin.
    public double high(int i) {
        return high[i];
    }

    /// Lowest price, quote per coin.
    public double low(int i) {
        return low[i];
    }

    /// Closing price, quote per coin.
    public double close(int i) {
        return close[i];
    }

    /// Volume-weighted average trade price, quote per coin, or NaN.
    public double vwap(int i) {
        return vwap[i];
    }

    /// Traded size, coins, or NaN.
    public double volume(int i) {
        return volume[i];
    }

    /// Size in which the taker bought, coins, or NaN.
    public double takerBuyVolume(int i) {
        return takerBuyVolume[i];
    }

    /// Open interest at the bar's end, coins, or NaN.
    public double openInterest(int i) {
        return openInterest[i];
    }

    /// Accounts long / accounts short, or NaN.
    public double longShortRatio(int i) {
        return longShortRatio[i];
    }

    /// Long positions force-closed in the bar, US dollars, or NaN.
    public double liquidatedLongUsd(int i) {
        return liquidatedLongUsd[i];
    }

    /// Short positions force-closed in the bar, US dollars, or NaN.
    public double liquidatedShortUsd(int i) {
        return liquidatedShortUsd[i];
    }

    /// Whether the candle is of the mark price.
    public boolean isMark(int i) {
        return mark[i];
    }

    /// Index of the last bar that has ended at or before `instant`, or −1: what was known then.
    public int lastClosedAt(Instant instant) {
        int position = Arrays.binarySearch(openTimeMs, instant.toEpochMilli() - interval.millis());
        return position >= 0 ? position : -position - 2;
    }

    /// Index of the first bar that opens at or after `instant`; [#size()] when there is none.
    public int firstOpeningAt(Instant instant) {
        int position = Arrays.binarySearch(openTimeMs, instant.toEpochMilli());
        return position >= 0 ? position : -position - 1;
    }

    /// The bars `[from, to)` by index, as a series of their own.
    public BarSeries slice(int from, int to) {
        Builder builder = builder(interval, to - from);
        builder.addAll(this, from, to);
        return builder.build();
    }

    /// This series with `later` after it.
    ///
    /// @throws IllegalArgumentException if the intervals differ or `later` does not begin after the end of this one
    public BarSeries append(BarSeries later) {
        if (!interval.equals(later.interval)) {
            throw new IllegalArgumentException("only bars of the same interval can be joined");
        }
        Builder builder = builder(interval, size + later.size);
        builder.addAll(this, 0, size);
        builder.addAll(later, 0, later.size);
        return builder.build();
    }

    /// Collects bars in ascending order of time; mutable, for one thread.
    public static final class Builder {
        private final Interval interval;
        private int size;
        private long[] openTimeMs;
        private double[] open;
        private double[] high;
        private double[] low;
        private double[] close;
        private double[] vwap;
        private double[] volume;
        private double[] takerBuyVolume;
        private double[] openInterest;
        private double[] longShortRatio;
        private double[] liquidatedLongUsd;
        private double[] liquidatedShortUsd;
        private boolean[] mark;

        private Builder(Interval interval, int expectedBars) {
            this.interval = interval;
            int capacity = Math.max(expectedBars, 16);
            openTimeMs = new long[capacity];
            open = new double[capacity];
            high = new double[capacity];
            low = new double[capacity];
            close = new double[capacity];
            vwap = new double[capacity];
            volume = new double[capacity];
            takerBuyVolume = new double[capacity];
            openInterest = new double[capacity];
            longShortRatio = new double[capacity];
            liquidatedLongUsd = new double[capacity];
            liquidatedShortUsd = new double[capacity];
            mark = new boolean[capacity];
        }

        /// Adds one bar after the others.
        public Builder add(Bar bar) {
            return add(
                    bar.openTime().toEpochMilli(),
                    bar.price().open(),
                    bar.price().high(),
                    bar.price().low(),
                    bar.price().close(),
                    bar.priceKind() == PriceKind.MARK,
                    orNaN(bar.vwap()),
                    orNaN(bar.volume()),
                    orNaN(bar.takerBuyVolume()),
                    orNaN(bar.openInterest()),
                    orNaN(bar.longShortRatio()),
                    orNaN(bar.liquidatedLongUsd()),
                    orNaN(bar.liquidatedShortUsd()));
        }

        /// Adds one bar after the others, without creating an object for it: units and meanings as in [Bar], NaN for
        /// what is unknown.
        ///
        /// @throws IllegalArgumentException if it does not open on a boundary of the interval after the bar before it
        public Builder add(
                long barOpenTimeMs,
                double barOpen,
                double barHigh,
                double barLow,
                double barClose,
                boolean isMark,
                double barVwap,
                double barVolume,
                double barTakerBuyVolume,
                double barOpenInterest,
                double barLongShortRatio,
                double barLiquidatedLongUsd,
                double barLiquidatedShortUsd) {
            if (barOpenTimeMs % interval.millis() != 0) {
                throw new IllegalArgumentException("a bar must open on a boundary of its interval");
            }
            if (size > 0 && barOpenTimeMs <= openTimeMs[size - 1]) {
                throw new IllegalArgumentException("bars must ascend by open time");
            }
            ensureRoom(size + 1);
            openTimeMs[size] = barOpenTimeMs;
            open[size] = barOpen;
            high[size] = barHigh;
            low[size] = barLow;
            close[size] = barClose;
            mark[size] = isMark;
            vwap[size] = barVwap;
            volume[size] = barVolume;
            takerBuyVolume[size] = barTakerBuyVolume;
            openInterest[size] = barOpenInterest;
            longShortRatio[size] = barLongShortRatio;
            liquidatedLongUsd[size] = barLiquidatedLongUsd;
            liquidatedShortUsd[size] = barLiquidatedShortUsd;
            size++;
            return this;
        }

        private void addAll(BarSeries source, int from, int to) {
            for (int i = from; i < to; i++) {
                add(
                        source.openTimeMs[i],
                        source.open[i],
                        source.high[i],
                        source.low[i],
                        source.close[i],
                        source.mark[i],
                        source.vwap[i],
                        source.volume[i],
                        source.takerBuyVolume[i],
                        source.openInterest[i],
                        source.longShortRatio[i],
                        source.liquidatedLongUsd[i],
                        source.liquidatedShortUsd[i]);
            }
        }

        /// The series as collected so far; the builder may go on.
        public BarSeries build() {
            return new BarSeries(this);
        }

        private void ensureRoom(int needed) {
            if (needed <= openTimeMs.length) {
                return;
            }
            int capacity = Math.max(needed, openTimeMs.length * 2);
            openTimeMs = Arrays.copyOf(openTimeMs, capacity);
            open = Arrays.copyOf(open, capacity);
            high = Arrays.copyOf(high, capacity);
            low = Arrays.copyOf(low, capacity);
            close = Arrays.copyOf(close, capacity);
            vwap = Arrays.copyOf(vwap, capacity);
            volume = Arrays.copyOf(volume, capacity);
            takerBuyVolume = Arrays.copyOf(takerBuyVolume, capacity);
            openInterest = Arrays.copyOf(openInterest, capacity);
            longShortRatio = Arrays.copyOf(longShortRatio, capacity);
            liquidatedLongUsd = Arrays.copyOf(liquidatedLongUsd, capacity);
            liquidatedShortUsd = Arrays.copyOf(liquidatedShortUsd, capacity);
            mark = Arrays.copyOf(mark, capacity);
        }

        private static double orNaN(@Nullable Double value) {
            return value == null ? Double.NaN : value;
        }
    }
}
