package io.liquidationmap.engine;

import io.liquidationmap.market.BarSeries;
import io.liquidationmap.market.Interval;
import java.time.Instant;
import java.util.Random;

/// Seeded histories of a market: a random walk of price with wicks, volume that comes in bursts, open interest that
/// never moves by more than was traded.
final class RandomHistory {

    static final long START_MS = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();

    private static final double DAY_MS = 86_400_000;
    private static final double DAILY_DEVIATION = 0.03;
    private static final double DAILY_TURNOVER = 1.5;
    private static final double USUAL_OPEN_INTEREST = 10_000;

    private final Random random;
    private final Interval interval;
    private final boolean rough;
    private final BarSeries.Builder series;
    private long openTimeMs = START_MS;
    private double price;
    private double openInterest = USUAL_OPEN_INTEREST;

    private RandomHistory(long seed, Interval interval, double price, boolean rough) {
        random = new Random(seed);
        this.interval = interval;
        this.price = price;
        this.rough = rough;
        series = BarSeries.builder(interval, 1000);
    }

    /// Every bar present and complete.
    static BarSeries clean(long seed, Interval interval, int bars) {
        return new RandomHistory(seed, interval, 50_000, false).bars(bars);
    }

    /// With whatever goes wrong: bars missing for hours or weeks, unknown open interest, volume or average price, open
    /// interest that jumps to a number that cannot be and back, or to zero, bars in which nothing is traded.
    static BarSeries rough(long seed, Interval interval, int bars) {
        return new RandomHistory(seed, interval, 50_000, true).bars(bars);
    }

    private BarSeries bars(int count) {
        for (int i = 0; i < count; i++) {
            bar();
        }
        return series.build();
    }

    private void bar() {
        double days = interval.millis() / DAY_MS;
        double deviation = DAILY_DEVIATION * Math.sqrt(days);
        double open = price;
        double close = open * Math.exp(deviation * random.nextGaussian());
        double high = Math.max(open, close) * Math.exp(deviation * 0.6 * Math.abs(random.nextGaussian()));
        double low = Math.min(open, close) * Math.exp(-deviation * 0.6 * Math.abs(random.nextGaussian()));
        double volume = USUAL_OPEN_INTEREST * DAILY_TURNOVER * days * Math.exp(0.8 * random.nextGaussian());
        openInterest += Math.clamp(wantedChange(volume), -Math.min(volume, openInterest / 2), volume);
        double vwap = low + (high - low) * random.nextDouble();
        double takerBuy = volume * random.nextDouble();
        double ratio = Math.exp(0.5 * random.nextGaussian());
        double published = openInterest;
        if (rough) {
            switch (random.nextInt(24)) {
                case 0 -> published = Double.NaN;
                case 1 -> vwap = Double.NaN;
                case 2 -> volume = Double.NaN;
                case 3 -> takerBuy = Double.NaN;
                case 4 -> ratio = Double.NaN;
                case 5 -> published *= 30;
                case 6 -> {
                    volume = 0;
                    takerBuy = 0;
                }
                case 7 -> openTimeMs += interval.millis() * (1 + random.nextInt(4));
                case 8 -> openTimeMs += longGap();
                case 9 -> published = random.nextInt(3) == 0 ? 0 : published;
                default -> {
                    // a bar like any other
                }
            }
        }
        series.add(
                openTimeMs,
                open,
                high,
                low,
                close,
                true,
                vwap,
                volume,
                takerBuy,
                published,
                ratio,
                Double.NaN,
                Double.NaN);
        openTimeMs += interval.millis();
        price = close;
    }

    /// Now and then a rush out, otherwise to and fro about 10,000 coins.
    private double wantedChange(double volume) {
        double pull = (USUAL_OPEN_INTEREST - openInterest) / 20;
        return random.nextInt(20) == 0 ? -0.15 * openInterest : pull + 0.1 * random.nextGaussian() * volume;
    }

    /// Sometimes hours, sometimes days, sometimes more than a week.
    private long longGap() {
        int days = switch (random.nextInt(8)) {
            case 0 -> 8;
            case 1, 2 -> 2;
            default -> 0;
        };
        return (long) (days * DAY_MS);
    }
}
