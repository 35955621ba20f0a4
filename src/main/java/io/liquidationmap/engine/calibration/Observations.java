package io.liquidationmap.engine.calibration;

import io.liquidationmap.market.BarSeries;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.Side;
import java.time.Duration;
import java.util.Arrays;

/// How much of each side left the market by force, period by period, in US dollars: as a feed of liquidations says, or
/// as open interest betrays. Bars that say nothing do not count.
///
/// A period is four hours, or a bar where that is longer: within it, when exactly a level was reached and when its
/// liquidation was published no longer matters.
final class Observations {

    private static final long PERIOD_MS = Duration.ofHours(4).toMillis();

    /// Only bars that travelled further than four in five are read for falls of open interest: in the others,
    /// everybody's coming and going is larger than what was swept.
    private static final double CALM_PART = 0.8;

    private final long periodMs;
    private final long firstPeriod;
    private final int periods;
    private final int[] periodOfBar;
    private final BySide<boolean[]> counts;
    private final BySide<double[]> usd;
    private final BySide<boolean[]> known;

    private Observations(BarSeries bars) {
        periodMs = Math.max(PERIOD_MS, bars.interval().millis());
        firstPeriod = Math.floorDiv(bars.openTimeMs(0), periodMs);
        periodOfBar = new int[bars.size()];
        for (int i = 0; i < periodOfBar.length; i++) {
            periodOfBar[i] = Math.toIntExact(Math.floorDiv(bars.openTimeMs(i), periodMs) - firstPeriod);
        }
        periods = periodOfBar[periodOfBar.length - 1] + 1;
        counts = BySide.of(_ -> new boolean[bars.size()]);
        usd = BySide.of(_ -> new double[periods]);
        known = BySide.of(_ -> new boolean[periods]);
    }

    /// The liquidations a feed published.
    ///
    /// @param bars at least one
    static Observations ofLiquidations(BarSeries bars) {
        Observations observations = new Observations(bars);
        for (int i = 0; i < bars.size(); i++) {
            observations.add(Side.LONG, i, bars.liquidatedLongUsd(i));
            observations.add(Side.SHORT, i, bars.liquidatedShortUsd(i));
        }
        return observations;
    }

    /// How much further open interest fell in bars that travelled far than volume alone would have made it, on the
    /// side the bar went against.
    ///
    /// @param bars at least one
    static Observations ofOpenInterest(BarSeries bars, ContractType contract) {
        Observations observations = new Observations(bars);
        double[] travelled = new double[bars.size()];
        for (int i = 0; i < travelled.length; i++) {
            travelled[i] = Math.log(bars.high(i) / bars.low(i));
        }
        double[] sorted = travelled.clone();
        Arrays.sort(sorted);
        double far = sorted[(int) (CALM_PART * (sorted.length - 1))];
        double calm = sorted[sorted.length / 2];
        double fallPerVolume = fallPerVolume(bars, contract, travelled, calm);
        for (int i = 1; i < travelled.length; i++) {
            if (travelled[i] >= far) {
                double excess = fall(bars, contract, i) - fallPerVolume * volume(bars, i);
                Side against = bars.close(i) < bars.close(i - 1) ? Side.LONG : Side.SHORT;
                observations.add(against, i, Double.isNaN(excess) ? Double.NaN : Math.max(0, excess));
            }
        }
        return observations;
    }

    private void add(Side side, int bar, double amountUsd) {
        if (!Double.isNaN(amountUsd)) {
            counts.of(side)[bar] = true;
            known.of(side)[periodOfBar[bar]] = true;
            usd.of(side)[periodOfBar[bar]] += amountUsd;
        }
    }

    int periods() {
        return periods;
    }

    /// The period a bar belongs to.
    int period(int bar) {
        return periodOfBar[bar];
    }

    /// Whether a bar says something about that side.
    boolean counts(Side side, int bar) {
        return counts.of(side)[bar];
    }

    /// Whether any bar of a period does.
    boolean isKnown(Side side, int period) {
        return known.of(side)[period];
    }

    /// What was observed in a period, US dollars; 0 where nothing is known.
    double usd(Side side, int period) {
        return usd.of(side)[period];
    }

    /// In how many periods anything of a side was seen to go.
    int sweeps(Side side) {
        return (int) Arrays.stream(usd.of(side)).filter(amount -> amount > 0).count();
    }

    /// End of a period, epoch milliseconds.
    long endMs(int period) {
        return (firstPeriod + period + 1) * periodMs;
    }

    /// How much open interest falls per volume when price hardly moves; negative where it grows.
    private static double fallPerVolume(BarSeries bars, ContractType contract, double[] travelled, double calm) {
        double falls = 0;
        double volumes = 0;
        for (int i = 1; i < travelled.length; i++) {
            double fall = fall(bars, contract, i);
            double volume = volume(bars, i);
            if (travelled[i] < calm && !Double.isNaN(fall + volume)) {
                falls += fall;
                volumes += volume;
            }
        }
        return volumes > 0 ? falls / volumes : 0;
    }

    /// Fall of open interest over a bar, US dollars; NaN unless known at both ends.
    private static double fall(BarSeries bars, ContractType contract, int i) {
        Interval interval = bars.interval();
        if (bars.openTimeMs(i) - bars.openTimeMs(i - 1) != interval.millis()) {
            return Double.NaN;
        }
        return contract == ContractType.LINEAR
                ? (bars.openInterest(i - 1) - bars.openInterest(i)) * bars.close(i)
                : bars.openInterest(i - 1) * bars.close(i - 1) - bars.openInterest(i) * bars.close(i);
    }

    /// Volume in US dollars; where it is unknown, as much as explains nothing.
    private static double volume(BarSeries bars, int i) {
        double volume = bars.volume(i) * bars.close(i);
        return Double.isNaN(volume) ? 0 : volume;
    }
}
