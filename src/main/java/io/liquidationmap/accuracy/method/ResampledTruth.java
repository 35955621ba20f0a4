package io.liquidationmap.accuracy.method;

import io.liquidationmap.accuracy.metric.MapEstimate;
import io.liquidationmap.accuracy.metric.PointMap;
import io.liquidationmap.market.BarSeries;
import io.liquidationmap.market.Side;
import io.liquidationmap.simulation.TrueMap;
import io.liquidationmap.simulation.TruePosition;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// The floor of every error: as many positions as there are, drawn from those there are (bootstrap). Who knew the
/// distribution that positions come from, but not which came, would be as far off.
final class ResampledTruth implements MapMethod {

    @Override
    public String name() {
        return "resampled-truth";
    }

    @Override
    public String description() {
        return "bound, knows present positions: as many, drawn from them at random with replacement";
    }

    @Override
    public Estimator begin(MarketTerms terms) {
        return new Draws(terms.positions());
    }

    private static final class Draws implements Estimator {
        private final KnownPositions positions;
        private @Nullable Instant now;

        Draws(KnownPositions positions) {
            this.positions = positions;
        }

        @Override
        public void take(BarSeries bars) {
            now = bars.closeTime(bars.size() - 1);
        }

        @Override
        public MapEstimate estimate() {
            TrueMap truth = positions.at(Objects.requireNonNull(now, "no bar was taken in"));
            SplittableRandom random = new SplittableRandom(truth.asOf().toEpochMilli());
            PointMap.Builder map = PointMap.at(truth.price());
            for (Side side : Side.values()) {
                List<TruePosition> levels = truth.levels(side).toList();
                for (int i = 0; i < levels.size(); i++) {
                    TruePosition drawn = levels.get(random.nextInt(levels.size()));
                    map.add(side, Objects.requireNonNull(drawn.liquidationPrice()), drawn.usd());
                }
            }
            return map.build();
        }
    }
}
