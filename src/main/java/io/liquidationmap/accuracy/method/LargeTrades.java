package io.liquidationmap.accuracy.method;

import io.liquidationmap.accuracy.metric.MapEstimate;
import io.liquidationmap.market.BarSeries;
import io.liquidationmap.market.Side;

/// The map of large trades: whoever bought as the taker is long, whoever sold is short, at each of four leverages with
/// the whole amount, for ever. Bars do not tell which trades were large, so a hundredth of the taker volume counts as
/// such.
final class LargeTrades implements MapMethod {

    private static final double LARGE = 0.01;
    private static final double[] DISTANCES = {0.01, 0.02, 0.04, 0.10};

    @Override
    public String name() {
        return "large-trades";
    }

    @Override
    public String description() {
        return "1 % of taker purchases are longs and of taker sales shorts, in full at each of 10, 25, 50 and 100×;"
                + " nothing is removed";
    }

    @Override
    public Estimator begin(MarketTerms terms) {
        return new Trades();
    }

    private static final class Trades implements Estimator {
        private final StandingLevels levels = new StandingLevels();
        private double price;

        @Override
        public void take(BarSeries bars) {
            for (int i = 0; i < bars.size(); i++) {
                double bought = bars.takerBuyVolume(i);
                double sold = bars.volume(i) - bought;
                for (double distance : DISTANCES) {
                    levels.add(Side.LONG, bars.vwap(i) * (1 - distance), LARGE * bought);
                    levels.add(Side.SHORT, bars.vwap(i) * (1 + distance), LARGE * sold);
                }
                price = bars.close(i);
            }
        }

        @Override
        public MapEstimate estimate() {
            return levels.map(price);
        }
    }
}
