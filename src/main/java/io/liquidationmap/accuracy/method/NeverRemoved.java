package io.liquidationmap.accuracy.method;

import io.liquidationmap.accuracy.metric.MapEstimate;
import io.liquidationmap.engine.Cohort;
import io.liquidationmap.market.BarSeries;
import io.liquidationmap.market.Side;
import java.util.List;

/// The simplest map there is: like the popular one, but not even the levels that price has passed through are taken
/// off; they come back when price does.
final class NeverRemoved implements MapMethod {

    private static final double LOWEST_LEVERAGE = 5;
    private static final double HIGHEST_LEVERAGE = 100;

    @Override
    public String name() {
        return "never-removed";
    }

    @Override
    public String description() {
        return "every rise of open interest opens longs and shorts at 5× to 100×, in equal parts; nothing is removed";
    }

    @Override
    public Estimator begin(MarketTerms terms) {
        return new Rises(BookMethod.uncalibrated(terms).cohorts().stream()
                .filter(NeverRemoved::isPopular)
                .toList());
    }

    private static boolean isPopular(Cohort cohort) {
        double leverage = cohort.leverage().orElse(0);
        return leverage >= LOWEST_LEVERAGE && leverage <= HIGHEST_LEVERAGE;
    }

    private static final class Rises implements Estimator {
        private final List<Cohort> leverages;
        private final StandingLevels levels = new StandingLevels();
        private double openInterest = Double.NaN;
        private double price;

        Rises(List<Cohort> leverages) {
            this.leverages = leverages;
        }

        @Override
        public void take(BarSeries bars) {
            for (int i = 0; i < bars.size(); i++) {
                double rise = bars.openInterest(i) - openInterest;
                if (rise > 0) {
                    open(bars.vwap(i), rise / leverages.size());
                }
                openInterest = bars.openInterest(i);
                price = bars.close(i);
            }
        }

        @Override
        public MapEstimate estimate() {
            return levels.map(price);
        }

        private void open(double entry, double coins) {
            for (Cohort leverage : leverages) {
                for (Side side : Side.values()) {
                    levels.add(side, entry * leverage.levelFactor(side), coins);
                }
            }
        }
    }
}
