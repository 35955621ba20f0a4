package io.liquidationmap.engine;

import io.liquidationmap.market.BarSeries;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Interval;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Turns bars as venues publish them into steps a book can take: units, activity, merged gaps, samples that cannot be
/// right. Uses nothing but the bars before, so what a map said at a time never changes.
final class BarIntake {

    private static final double DAY_MS = Duration.ofDays(1).toMillis();
    private static final long WARM_UP_MS = Duration.ofDays(40).toMillis();
    static final long DEGRADING_GAP_MS = Duration.ofHours(24).toMillis();
    private static final long LONGEST_GAP_MS = Duration.ofDays(7).toMillis();

    private static final double ROUNDING = 1e-9;

    private final Interval interval;
    private final ContractType contract;
    private final ActivityRule rule;
    private final LogGrid grid;
    private final TrailingVolume trailing;
    private final OpenStretch stretch;

    private long closeTimeMs = Long.MIN_VALUE;
    private long balancedAtMs;
    private double openInterest = Double.NaN;
    private double clockDays;
    private long warmUpUntilMs;
    private long degradedUntilMs = Long.MIN_VALUE;

    BarIntake(ModelParameters parameters, Interval interval) {
        this.interval = interval;
        contract = parameters.contract();
        rule = parameters.activity();
        grid = new LogGrid(parameters.gridStep());
        trailing = new TrailingVolume(rule.meanWindow().toMillis(), interval.millis());
        stretch = new OpenStretch();
    }

    private BarIntake(BarIntake source) {
        interval = source.interval;
        contract = source.contract;
        rule = source.rule;
        grid = source.grid;
        trailing = source.trailing.copy();
        stretch = source.stretch.copy();
        closeTimeMs = source.closeTimeMs;
        balancedAtMs = source.balancedAtMs;
        openInterest = source.openInterest;
        clockDays = source.clockDays;
        warmUpUntilMs = source.warmUpUntilMs;
        degradedUntilMs = source.degradedUntilMs;
    }

    BarIntake copy() {
        return new BarIntake(this);
    }

    /// The step of bar `i`, or null while no open interest has been known yet.
    @Nullable BarStep take(BarSeries bars, int i) {
        requireNext(bars, i);
        long previousCloseMs = closeTimeMs;
        closeTimeMs = bars.closeTimeMs(i);
        double price = tradePrice(bars, i);
        double activeDays = activity(quantity(bars.volume(i), price)) * interval.millis() / DAY_MS;
        double sample = quantity(bars.openInterest(i), bars.close(i));
        boolean started = !Double.isNaN(openInterest);
        if (!started && Double.isNaN(sample)) {
            return null;
        }
        if (started) {
            stretch.addMissing((closeTimeMs - previousCloseMs - interval.millis()) / DAY_MS);
        }
        stretch.add(
                grid.position(bars.low(i)),
                grid.position(bars.high(i)),
                grid.position(Math.clamp(price, bars.low(i), bars.high(i))),
                activeDays,
                quantity(bars.volume(i), price),
                quantity(bars.takerBuyVolume(i), price));
        return step(bars, i, started, sample);
    }

    private BarStep step(BarSeries bars, int i, boolean started, double sample) {
        boolean tooLong = gapMs() > LONGEST_GAP_MS;
        boolean emptied = sample == 0 && openInterest > 0;
        boolean usable = !started || tooLong || isPossible(sample);
        boolean start = usable && !Double.isNaN(sample) && (!started || tooLong || emptied);
        double accepted = usable ? sample : Double.NaN;
        double low = grid.position(bars.low(i));
        double high = grid.position(bars.high(i));
        double middle = stretch.middle();
        double entryLow = (stretch.low() + middle) / 2;
        double entryHigh = (stretch.high() + middle) / 2;
        double crowding = Crowding.logit(stretch.takerBuyShare(), bars.longShortRatio(i));
        if (!Double.isNaN(accepted)) {
            balance(accepted, start);
        }
        return new BarStep(
                closeTimeMs,
                bars.close(i),
                low,
                high,
                accepted,
                start,
                clockDays,
                entryLow,
                middle,
                entryHigh,
                crowding,
                warmUpUntilMs,
                degradedUntilMs);
    }

    /// A trade changes open interest by at most its size.
    private boolean isPossible(double sample) {
        double rounding = ROUNDING * openInterest;
        return Math.abs(sample - openInterest) <= stretch.volumeOrInfinity() + rounding;
    }

    private void balance(double accepted, boolean start) {
        if (start) {
            warmUpUntilMs = closeTimeMs + WARM_UP_MS;
        }
        if (gapMs() > DEGRADING_GAP_MS) {
            degradedUntilMs = closeTimeMs + WARM_UP_MS;
        }
        clockDays += stretch.activeDays();
        openInterest = accepted;
        balancedAtMs = closeTimeMs;
        stretch.clear();
    }

    /// Time without open interest between the last known one and this bar.
    private long gapMs() {
        return Double.isNaN(openInterest) ? 0 : closeTimeMs - interval.millis() - balancedAtMs;
    }

    private void requireNext(BarSeries bars, int i) {
        if (!bars.interval().equals(interval)) {
            throw new IllegalArgumentException("the book takes bars of " + interval);
        }
        if (bars.closeTimeMs(i) <= closeTimeMs) {
            throw new IllegalArgumentException("a bar must end after every bar the book has taken in");
        }
    }

    /// Activity 0 without any trade, 1 where volume is unknown.
    private double activity(double volume) {
        if (Double.isNaN(volume)) {
            return 1;
        }
        double mean = trailing.meanWith(closeTimeMs, volume);
        return volume > 0 ? Math.clamp(volume / mean, rule.minimum(), rule.maximum()) : 0;
    }

    /// The volume-weighted average price or, where it is unknown, the typical price: the geometric mean of high, low
    /// and close.
    private static double tradePrice(BarSeries bars, int i) {
        double vwap = bars.vwap(i);
        return vwap > 0 ? vwap : Math.cbrt(bars.low(i) * bars.high(i) * bars.close(i));
    }

    /// Coins in the conserved unit.
    private double quantity(double coins, double price) {
        return contract == ContractType.LINEAR ? coins : coins * price;
    }
}
