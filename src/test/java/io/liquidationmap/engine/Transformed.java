package io.liquidationmap.engine;

import io.liquidationmap.market.BarSeries;
import io.liquidationmap.market.Interval;

/// Histories made from others, for laws that relate two maps.
///
/// @param price what every price is multiplied by
/// @param quantity what every quantity of coins is multiplied by
record Transformed(double price, double quantity) {

    BarSeries of(BarSeries bars) {
        BarSeries.Builder builder = BarSeries.builder(bars.interval(), bars.size());
        for (int i = 0; i < bars.size(); i++) {
            builder.add(
                    bars.openTimeMs(i),
                    bars.open(i) * price,
                    bars.high(i) * price,
                    bars.low(i) * price,
                    bars.close(i) * price,
                    true,
                    bars.vwap(i) * price,
                    bars.volume(i) * quantity,
                    bars.takerBuyVolume(i) * quantity,
                    bars.openInterest(i) * quantity,
                    bars.longShortRatio(i),
                    Double.NaN,
                    Double.NaN);
        }
        return builder.build();
    }

    /// Every price as its reciprocal, buyers as sellers, longs as shorts.
    static BarSeries mirrored(BarSeries bars) {
        BarSeries.Builder builder = BarSeries.builder(bars.interval(), bars.size());
        for (int i = 0; i < bars.size(); i++) {
            builder.add(
                    bars.openTimeMs(i),
                    1 / bars.open(i),
                    1 / bars.low(i),
                    1 / bars.high(i),
                    1 / bars.close(i),
                    true,
                    1 / bars.vwap(i),
                    bars.volume(i),
                    bars.volume(i) - bars.takerBuyVolume(i),
                    bars.openInterest(i),
                    1 / bars.longShortRatio(i),
                    Double.NaN,
                    Double.NaN);
        }
        return builder.build();
    }

    /// The same bars so much later.
    static BarSeries later(BarSeries bars, long delayMs) {
        BarSeries.Builder builder = BarSeries.builder(bars.interval(), bars.size());
        for (int i = 0; i < bars.size(); i++) {
            builder.add(
                    bars.openTimeMs(i) + delayMs,
                    bars.open(i),
                    bars.high(i),
                    bars.low(i),
                    bars.close(i),
                    true,
                    bars.vwap(i),
                    bars.volume(i),
                    bars.takerBuyVolume(i),
                    bars.openInterest(i),
                    bars.longShortRatio(i),
                    Double.NaN,
                    Double.NaN);
        }
        return builder.build();
    }

    /// With one more bar, in which nothing is traded and price stays where it closed.
    static BarSeries withStillBar(BarSeries bars) {
        int last = bars.size() - 1;
        double close = bars.close(last);
        BarSeries still = BarSeries.builder(bars.interval(), 1)
                .add(
                        bars.closeTimeMs(last),
                        close,
                        close,
                        close,
                        close,
                        true,
                        close,
                        0,
                        0,
                        bars.openInterest(last),
                        Double.NaN,
                        Double.NaN,
                        Double.NaN)
                .build();
        return bars.append(still);
    }

    /// Each bar as two of half its length: the first goes from its open to its low, the second on to its high and its
    /// close; volume and the change of open interest are shared evenly.
    static BarSeries split(BarSeries bars) {
        Interval half = new Interval(bars.interval().duration().dividedBy(2));
        BarSeries.Builder builder = BarSeries.builder(half, 2 * bars.size());
        for (int i = 0; i < bars.size(); i++) {
            double before = bars.openInterest(Math.max(i - 1, 0));
            double middle = Math.sqrt(bars.low(i) * bars.high(i));
            addHalf(builder, bars, i, 0, bars.open(i), middle, (before + bars.openInterest(i)) / 2);
            addHalf(builder, bars, i, half.millis(), middle, bars.close(i), bars.openInterest(i));
        }
        return builder.build();
    }

    private static void addHalf(
            BarSeries.Builder builder,
            BarSeries bars,
            int i,
            long delayMs,
            double open,
            double close,
            double openInterest) {
        boolean first = delayMs == 0;
        builder.add(
                bars.openTimeMs(i) + delayMs,
                open,
                first ? Math.max(open, close) : bars.high(i),
                first ? bars.low(i) : Math.min(open, close),
                close,
                true,
                Double.NaN,
                bars.volume(i) / 2,
                bars.takerBuyVolume(i) / 2,
                openInterest,
                bars.longShortRatio(i),
                Double.NaN,
                Double.NaN);
    }
}
