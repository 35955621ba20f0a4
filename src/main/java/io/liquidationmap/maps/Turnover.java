package io.liquidationmap.maps;

import io.liquidationmap.maps.ImbalanceView.DailyVolume;
import io.liquidationmap.market.BarSeries;
import java.time.Duration;
import java.util.List;

/// What is traded on an average day.
final class Turnover {

    static final Duration WINDOW = Duration.ofDays(14);

    private Turnover() {}

    /// Of all these instruments together, up to the last bar of each.
    static DailyVolume of(List<Contribution> contributions) {
        List<DailyVolume> each = contributions.stream().map(Turnover::of).toList();
        return new DailyVolume(
                each.stream().mapToDouble(DailyVolume::usd).sum(),
                each.stream().mapToDouble(DailyVolume::days).average().orElse(0));
    }

    /// Bars without a known volume count neither as traded nor as time.
    private static DailyVolume of(Contribution contribution) {
        BarSeries bars = contribution.bars();
        double daysPerBar =
                (double) bars.interval().millis() / Duration.ofDays(1).toMillis();
        double usd = 0;
        int known = 0;
        for (int i = bars.firstOpeningAt(contribution.end().minus(WINDOW)); i <= contribution.last(); i++) {
            if (!Double.isNaN(bars.volume(i))) {
                usd += bars.volume(i) * (Double.isNaN(bars.vwap(i)) ? bars.close(i) : bars.vwap(i));
                known++;
            }
        }
        double days = known * daysPerBar;
        return new DailyVolume(known == 0 ? Double.NaN : usd / days, days);
    }
}
