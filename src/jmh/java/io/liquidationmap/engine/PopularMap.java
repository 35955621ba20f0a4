package io.liquidationmap.engine;

import io.liquidationmap.market.BarSeries;
import io.liquidationmap.market.Side;
import java.util.ArrayList;
import java.util.List;

/// The popular method as it is usually written: a list of levels to which every rise of open interest adds one per side
/// and leverage, and from which every bar removes those its wick has touched. Plain, but with nothing wasteful in it.
final class PopularMap {

    private static final int[] LEVERAGES = {5, 10, 20, 25, 50, 75, 100};
    private static final double MAINTENANCE = 0.004;

    private final List<Level> levels = new ArrayList<>();
    private double openInterest = Double.NaN;
    private double price;

    private record Level(Side side, int leverage, double price, double quantity, long openedAtMs) {}

    void advance(BarSeries bars, int index) {
        double low = bars.low(index);
        double high = bars.high(index);
        levels.removeIf(level -> level.side == Side.LONG ? level.price >= low : level.price <= high);
        double rise = bars.openInterest(index) - openInterest;
        if (rise > 0) {
            double entry = bars.vwap(index);
            double quantity = rise / LEVERAGES.length;
            long closeTimeMs = bars.closeTimeMs(index);
            for (int leverage : LEVERAGES) {
                double way = 1.0 / leverage;
                levels.add(
                        new Level(Side.LONG, leverage, entry * (1 - way) / (1 - MAINTENANCE), quantity, closeTimeMs));
                levels.add(
                        new Level(Side.SHORT, leverage, entry * (1 + way) / (1 + MAINTENANCE), quantity, closeTimeMs));
            }
        }
        openInterest = bars.openInterest(index);
        price = bars.close(index);
    }

    /// Dollars per bucket of a window, of what was opened since.
    double[] buckets(PriceWindow window, long sinceMs) {
        double[] usd = new double[window.buckets()];
        double width = (window.high() - window.low()) / window.buckets();
        for (Level level : levels) {
            int bucket = (int) Math.floor((level.price - window.low()) / width);
            if (level.openedAtMs > sinceMs && bucket >= 0 && bucket < usd.length) {
                usd[bucket] += level.quantity * price;
            }
        }
        return usd;
    }

    double price() {
        return price;
    }
}
