package io.liquidationmap.engine;

import io.liquidationmap.market.BarSeries;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Prints how much heap an instrument takes: a year of five-minute bars, its book and its map, as the mean of several.
final class InstrumentYearHeap {

    private static final int INSTRUMENTS = 10;
    private static final double MEGABYTE = 1 << 20;

    private InstrumentYearHeap() {}

    public static void main(String[] arguments) {
        for (Interval interval : List.of(Interval.ONE_HOUR, Interval.FIVE_MINUTES)) {
            List<Object> kept = new ArrayList<>();
            long before = usedBytes();
            for (int i = 0; i < INSTRUMENTS; i++) {
                BarSeries bars = BenchmarkMarket.year(interval);
                PositionBook book = new PositionBook(BenchmarkMarket.parameters(), interval);
                book.advance(bars, 0, bars.size());
                kept.add(bars);
                kept.add(book);
                kept.add(book.history().latest(Range.ofDays(365)));
            }
            double bytes = usedBytes() - before;
            System.out.printf(
                    Locale.ROOT,
                    "%s: %.1f MB per instrument-year (%d objects kept)%n",
                    interval,
                    bytes / INSTRUMENTS / MEGABYTE,
                    kept.size());
        }
    }

    private static long usedBytes() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
