package io.liquidationmap.engine;

import io.liquidationmap.market.BarSeries;
import io.liquidationmap.market.Interval;
import java.time.Duration;

/// Short histories written by hand: every bar opens and closes at, and averages, 1000, within its low and high.
final class Flat {

    private static final double PRICE = 1000;

    private final Interval interval;
    private final BarSeries.Builder builder;
    private long openTimeMs = RandomHistory.START_MS;
    private double lastVolume;
    private double lastOpenInterest;

    Flat(Interval interval) {
        this.interval = interval;
        builder = BarSeries.builder(interval, 16);
    }

    Flat add(double low, double high, double volume, double openInterest) {
        builder.add(
                openTimeMs,
                PRICE,
                high,
                low,
                PRICE,
                true,
                PRICE,
                volume,
                volume / 2,
                openInterest,
                1,
                Double.NaN,
                Double.NaN);
        openTimeMs += interval.millis();
        lastVolume = volume;
        lastOpenInterest = openInterest;
        return this;
    }

    /// Adds bars like the last one, without range.
    Flat repeat(int times) {
        for (int i = 0; i < times; i++) {
            add(PRICE, PRICE, lastVolume, lastOpenInterest);
        }
        return this;
    }

    /// Leaves out bars.
    Flat skip(Duration gap) {
        openTimeMs += gap.toMillis();
        return this;
    }

    BarSeries build() {
        return builder.build();
    }
}
