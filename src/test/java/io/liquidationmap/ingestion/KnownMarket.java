package io.liquidationmap.ingestion;

import io.liquidationmap.market.Bar;
import io.liquidationmap.market.Candle;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.PriceKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.jspecify.annotations.Nullable;

/// A market in which every number follows from the time, in the service's own units. Fake venues tell of it in theirs, so
/// whatever the venue, the service must make the same bars of it.
public final class KnownMarket {

    private static final long EIGHT_HOURS = Duration.ofHours(8).toMillis();

    private KnownMarket() {}

    /// The bar that opens at this time.
    public static Bar bar(Instant openTime, Interval interval) {
        Instant end = openTime.plus(interval.duration());
        return Bar.at(openTime, markCandle(openTime, interval), PriceKind.MARK)
                .volume(volume(openTime))
                .takerBuyVolume(takerBuyVolume(openTime))
                .vwap(vwap(openTime))
                .openInterest(openInterest(end))
                .longShortRatio(ratio(end, 1.5))
                .topAccountRatio(ratio(end, 1.25))
                .topPositionRatio(ratio(end, 1.125))
                .fundingRate(funding(openTime, end))
                .build();
    }

    /// The bars that open in `[from, to)`.
    public static List<Bar> bars(Instant from, Instant to, Interval interval) {
        List<Bar> bars = new ArrayList<>();
        for (Instant time = from; time.isBefore(to); time = time.plus(interval.duration())) {
            bars.add(bar(time, interval));
        }
        return bars;
    }

    /// Equal but for rounding.
    public static RecursiveComparisonConfiguration toNineDigits() {
        return RecursiveComparisonConfiguration.builder()
                .withComparatorForType(
                        (a, b) ->
                                Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b)) ? 0 : Double.compare(a, b),
                        Double.class)
                .build();
    }

    /// Of the mark, quote per coin.
    public static double price(Instant at) {
        return 50_000 + at.getEpochSecond() / 60 % 1000;
    }

    public static Candle markCandle(Instant openTime, Interval interval) {
        double open = price(openTime);
        double close = price(openTime.plus(interval.duration()));
        return new Candle(open, Math.max(open, close) + 9, Math.min(open, close) - 9, close);
    }

    public static Candle lastCandle(Instant openTime, Interval interval) {
        Candle mark = markCandle(openTime, interval);
        return new Candle(mark.open() + 2, mark.high() + 3, mark.low() - 3, mark.close() + 2);
    }

    /// Coins; enough that open interest can have moved as it did, in coins and in dollars.
    public static double volume(Instant openTime) {
        return 10_000 + openTime.getEpochSecond() / 60 % 64;
    }

    /// Coins.
    public static double takerBuyVolume(Instant openTime) {
        return volume(openTime) / 4;
    }

    public static double vwap(Instant openTime) {
        return price(openTime) + 2;
    }

    /// Coins, counted once.
    public static double openInterest(Instant at) {
        return 90_000 + at.getEpochSecond() / 300 % 512;
    }

    /// Long / short.
    public static double ratio(Instant at, double mean) {
        return mean + at.getEpochSecond() / 300 % 8 / 64.0;
    }

    /// When funding was paid in `[from, to)`; 0.0001 each time.
    public static List<Instant> fundingTimes(Instant from, Instant to) {
        List<Instant> times = new ArrayList<>();
        for (long t = Math.ceilDiv(from.toEpochMilli(), EIGHT_HOURS) * EIGHT_HOURS;
                t < to.toEpochMilli();
                t += EIGHT_HOURS) {
            times.add(Instant.ofEpochMilli(t));
        }
        return times;
    }

    /// As venues write numbers.
    public static String number(double value) {
        return String.format(Locale.ROOT, "%.12f", value);
    }

    private static @Nullable Double funding(Instant from, Instant to) {
        int times = fundingTimes(from, to).size();
        return times == 0 ? null : Double.valueOf(0.0001 * times);
    }
}
