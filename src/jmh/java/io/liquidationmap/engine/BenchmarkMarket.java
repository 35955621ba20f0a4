package io.liquidationmap.engine;

import io.liquidationmap.market.BarSeries;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.MarginSchedule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/// A made-up year of a market the size and restlessness of Bitcoin's largest perpetual.
final class BenchmarkMarket {

    private static final double DAY_MS = 86_400_000;
    private static final double DAILY_DEVIATION = 0.025;
    private static final double DAILY_VOLUME = 200_000;
    private static final double OPEN_INTEREST = 85_000;

    private BenchmarkMarket() {}

    /// The default parameters at a venue with leverage up to 125: 23 cohorts.
    static ModelParameters parameters() {
        MarginSchedule margin = MarginSchedule.ofSteps(
                List.of(new MarginSchedule.Step(Double.POSITIVE_INFINITY, 0.004, 125)),
                0,
                "made up for a benchmark",
                LocalDate.of(2026, 1, 1));
        return ModelParameters.defaults(margin, ContractType.LINEAR, false);
    }

    /// A year of bars.
    static BarSeries year(Interval interval) {
        Random random = new Random(20260101);
        int count = Math.toIntExact(Duration.ofDays(365).toMillis() / interval.millis());
        BarSeries.Builder bars = BarSeries.builder(interval, count);
        double days = interval.millis() / DAY_MS;
        double deviation = DAILY_DEVIATION * Math.sqrt(days);
        long openTimeMs = Instant.parse("2025-01-01T00:00:00Z").toEpochMilli();
        double price = 60_000;
        double openInterest = OPEN_INTEREST;
        for (int i = 0; i < count; i++) {
            double open = price;
            price = open * Math.exp(deviation * random.nextGaussian());
            double high = Math.max(open, price) * Math.exp(deviation / 2 * Math.abs(random.nextGaussian()));
            double low = Math.min(open, price) * Math.exp(-deviation / 2 * Math.abs(random.nextGaussian()));
            double volume = DAILY_VOLUME * days * Math.exp(0.7 * random.nextGaussian());
            double pull = (OPEN_INTEREST - openInterest) * days / 10;
            double change = pull + 0.04 * Math.sqrt(days) * openInterest * random.nextGaussian();
            openInterest += Math.clamp(change, -volume, volume);
            bars.add(
                    openTimeMs,
                    open,
                    high,
                    low,
                    price,
                    true,
                    Math.sqrt(open * price),
                    volume,
                    volume * random.nextDouble(),
                    openInterest,
                    1,
                    Double.NaN,
                    Double.NaN);
            openTimeMs += interval.millis();
        }
        return bars.build();
    }
}
