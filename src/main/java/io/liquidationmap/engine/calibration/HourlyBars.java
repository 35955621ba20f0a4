package io.liquidationmap.engine.calibration;

import io.liquidationmap.market.Bar;
import io.liquidationmap.market.BarSeries;
import io.liquidationmap.market.Candle;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.PriceKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Bars as a calibration reads them: of an hour, or as they are where an hour is no multiple of them. Nothing is learned
/// from finer ones that these do not tell.
final class HourlyBars {

    private HourlyBars() {}

    /// The hours of a series that are known to the end; an hour that lacks its last bar is left out, and what lacks a
    /// part is unknown.
    static BarSeries of(BarSeries bars) {
        Interval interval = bars.interval();
        if (interval.equals(Interval.ONE_HOUR) || Interval.ONE_HOUR.millis() % interval.millis() != 0) {
            return bars;
        }
        int perHour = Math.toIntExact(Interval.ONE_HOUR.millis() / interval.millis());
        BarSeries.Builder hours = BarSeries.builder(Interval.ONE_HOUR, bars.size() / perHour + 1);
        int from = 0;
        while (from < bars.size()) {
            Instant hour = Interval.ONE_HOUR.floor(Instant.ofEpochMilli(bars.openTimeMs(from)));
            Instant end = hour.plus(Interval.ONE_HOUR.duration());
            int to = from;
            while (to < bars.size() && bars.openTimeMs(to) < end.toEpochMilli()) {
                to++;
            }
            if (bars.closeTimeMs(to - 1) == end.toEpochMilli()) {
                hours.add(hour(bars, hour, from, to, to - from == perHour));
            }
            from = to;
        }
        return hours.build();
    }

    private static Bar hour(BarSeries bars, Instant openTime, int from, int to, boolean whole) {
        double high = bars.high(from);
        double low = bars.low(from);
        double volume = 0;
        double takerBuyVolume = 0;
        double traded = 0;
        double longUsd = 0;
        double shortUsd = 0;
        boolean mark = true;
        for (int i = from; i < to; i++) {
            high = Math.max(high, bars.high(i));
            low = Math.min(low, bars.low(i));
            volume += bars.volume(i);
            takerBuyVolume += bars.takerBuyVolume(i);
            traded += bars.volume(i) > 0 ? bars.volume(i) * bars.vwap(i) : 0;
            longUsd += bars.liquidatedLongUsd(i);
            shortUsd += bars.liquidatedShortUsd(i);
            mark &= bars.isMark(i);
        }
        int last = to - 1;
        Candle candle = new Candle(bars.open(from), high, low, bars.close(last));
        return Bar.at(openTime, candle, mark ? PriceKind.MARK : PriceKind.LAST)
                .vwap(volume > 0 ? known(traded / volume, whole) : null)
                .volume(known(volume, whole))
                .takerBuyVolume(known(takerBuyVolume, whole))
                .openInterest(known(bars.openInterest(last), true))
                .longShortRatio(known(bars.longShortRatio(last), true))
                .liquidatedLongUsd(known(longUsd, whole))
                .liquidatedShortUsd(known(shortUsd, whole))
                .build();
    }

    private static @Nullable Double known(double value, boolean whole) {
        return whole && !Double.isNaN(value) ? value : null;
    }
}
