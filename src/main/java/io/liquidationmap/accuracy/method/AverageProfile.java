package io.liquidationmap.accuracy.method;

import io.liquidationmap.accuracy.metric.MapEstimate;
import io.liquidationmap.accuracy.metric.PointMap;
import io.liquidationmap.market.BarSeries;
import io.liquidationmap.market.Side;
import io.liquidationmap.simulation.TrueMap;
import io.liquidationmap.simulation.TruePosition;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A bound that knows how far from the price levels lie on average, and nothing of the path price took: the share of
/// open interest at each distance, averaged over the known positions before the first map asked for.
final class AverageProfile implements MapMethod {

    /// Bins of log distance from the price.
    private static final double BIN = 0.001;

    @Override
    public String name() {
        return "average-profile";
    }

    @Override
    public String description() {
        return "bound, knows past positions: their average share of open interest by distance, times open interest now";
    }

    @Override
    public Estimator begin(MarketTerms terms) {
        return new Profile(terms.positions());
    }

    private static final class Profile implements Estimator {
        private final KnownPositions positions;
        private @Nullable Map<Side, SortedMap<Integer, Double>> shares;
        private @Nullable BarSeries last;

        Profile(KnownPositions positions) {
            this.positions = positions;
        }

        @Override
        public void take(BarSeries bars) {
            last = bars.slice(bars.size() - 1, bars.size());
        }

        @Override
        public MapEstimate estimate() {
            BarSeries now = Objects.requireNonNull(last, "no bar was taken in");
            if (shares == null) {
                shares = average(positions.before(now.closeTime(0)));
            }
            double price = now.close(0);
            double openInterestUsd = now.openInterest(0) * price;
            PointMap.Builder map = PointMap.at(price);
            shares.forEach((side, bins) ->
                    bins.forEach((bin, share) -> map.add(side, price * Math.exp(bin * BIN), share * openInterestUsd)));
            return map.build();
        }

        private static Map<Side, SortedMap<Integer, Double>> average(List<TrueMap> maps) {
            Map<Side, SortedMap<Integer, Double>> shares = new EnumMap<>(Side.class);
            for (TrueMap map : maps) {
                double whole = map.openInterest() * maps.size();
                for (Side side : Side.values()) {
                    SortedMap<Integer, Double> bins = shares.computeIfAbsent(side, _ -> new TreeMap<>());
                    map.levels(side)
                            .forEach(position -> bins.merge(bin(position, map), position.coins() / whole, Double::sum));
                }
            }
            return shares;
        }

        private static int bin(TruePosition position, TrueMap map) {
            double level = Objects.requireNonNull(position.liquidationPrice());
            return (int) Math.rint(Math.log(level / map.price()) / BIN);
        }
    }
}
