package io.liquidationmap.maps;

import io.liquidationmap.market.BarSeries;
import java.time.Duration;

/// How far price moves on an average day: the root of the mean square of logarithmic returns from close to close, over
/// the two weeks of [Turnover], taken as independent and scaled to a day.
final class DailyVolatility {

    private DailyVolatility() {}

    /// Of one instrument, up to its last bar; NaN with fewer than two bars.
    static double of(Contribution contribution) {
        BarSeries bars = contribution.bars();
        double squares = 0;
        long millis = 0;
        int first = bars.firstOpeningAt(contribution.end().minus(Turnover.WINDOW));
        for (int i = first + 1; i <= contribution.last(); i++) {
            double logReturn = Math.log(bars.close(i) / bars.close(i - 1));
            squares += logReturn * logReturn;
            millis += bars.openTimeMs(i) - bars.openTimeMs(i - 1);
        }
        double days = (double) millis / Duration.ofDays(1).toMillis();
        return millis == 0 ? Double.NaN : Math.sqrt(squares / days);
    }
}
