package io.liquidationmap.ingestion.demo;

import io.liquidationmap.market.Bar;
import io.liquidationmap.market.Candle;
import io.liquidationmap.market.PriceKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The latest bars of a market, packed, the oldest making room for the newest.
final class RecentBars {

    private final double[][] rows;
    private long end;

    /// @param capacity how many are kept
    RecentBars(int capacity) {
        rows = new double[capacity][];
    }

    /// Adds the bar that follows the last one.
    void add(Bar bar) {
        rows[(int) (end % rows.length)] = pack(bar);
        end++;
    }

    /// Number of the oldest bar kept, where the first bar ever added has number 0.
    long first() {
        return Math.max(0, end - rows.length);
    }

    /// Number of the bar to be added next.
    long end() {
        return end;
    }

    /// Bar number `i`, from [#first()] to before [#end()].
    Bar get(long i, Instant openTime) {
        return unpack(rows[(int) (i % rows.length)], openTime);
    }

    private static double[] pack(Bar bar) {
        return new double[] {
            bar.price().open(),
            bar.price().high(),
            bar.price().low(),
            bar.price().close(),
            orNaN(bar.vwap()),
            orNaN(bar.volume()),
            orNaN(bar.takerBuyVolume()),
            orNaN(bar.openInterest()),
            orNaN(bar.longShortRatio()),
            orNaN(bar.fundingRate()),
            orNaN(bar.liquidatedLongUsd()),
            orNaN(bar.liquidatedShortUsd())
        };
    }

    private static Bar unpack(double[] row, Instant openTime) {
        return Bar.at(openTime, new Candle(row[0], row[1], row[2], row[3]), PriceKind.MARK)
                .vwap(orNull(row[4]))
                .volume(orNull(row[5]))
                .takerBuyVolume(orNull(row[6]))
                .openInterest(orNull(row[7]))
                .longShortRatio(orNull(row[8]))
                .fundingRate(orNull(row[9]))
                .liquidatedLongUsd(orNull(row[10]))
                .liquidatedShortUsd(orNull(row[11]))
                .build();
    }

    private static double orNaN(@Nullable Double value) {
        return value == null ? Double.NaN : value;
    }

    private static @Nullable Double orNull(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
