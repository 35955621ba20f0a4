package io.liquidationmap.accuracy.metric;

import io.liquidationmap.accuracy.Measure;
import io.liquidationmap.accuracy.Metric;
import io.liquidationmap.accuracy.metric.MapEstimate.Bands;
import io.liquidationmap.market.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The score of one method in one world, snapshot after snapshot. Mutable, for one thread.
public final class MethodScore {

    private static final int BIN_STEPS = 5;
    private static final int BIN_REACH_PCT = 20;

    private final Samples samples = new Samples();
    private final List<MapReading> estimates = new ArrayList<>();
    private final List<Truth> truths = new ArrayList<>();

    /// Measures one estimate.
    public void add(MapEstimate estimate, Truth truth) {
        MapReading map = MapReading.of(estimate);
        estimates.add(map);
        truths.add(truth);
        addAmounts(map, truth);
        addImbalance(map, truth);
        addShape(map, truth.map());
        @Nullable Bands bands = estimate.bands();
        if (bands != null) {
            BandCoverage.add(bands, truth, samples);
        }
    }

    /// The score so far, as a new map; without what does not apply or is not known.
    public Map<Metric, Double> scores() {
        Map<Metric, Double> scores = samples.means();
        scores.replaceAll((metric, mean) -> metric.measure() == Measure.FACTOR_ERROR ? Math.exp(mean) : mean);
        for (int distancePct : Measure.IMBALANCE_RANK_CORRELATION.distancesPct()) {
            double correlation = imbalanceOverTime(distancePct);
            if (!Double.isNaN(correlation)) {
                scores.put(Metric.at(Measure.IMBALANCE_RANK_CORRELATION, distancePct), correlation);
            }
        }
        return scores;
    }

    private void addAmounts(MapReading map, Truth truth) {
        for (int distancePct : Measure.FACTOR_ERROR.distancesPct()) {
            for (Side side : Side.values()) {
                double estimated = truth.floored(map.cumulativeUsd(side, distancePct));
                double actual = truth.floored(truth.map().cumulativeUsd(side, distancePct));
                double logRatio = Math.log(estimated / actual);
                samples.add(Metric.at(Measure.FACTOR_ERROR, distancePct), Math.abs(logRatio));
                samples.add(Metric.at(Measure.LOG_BIAS, distancePct), logRatio);
            }
        }
    }

    private void addImbalance(MapReading map, Truth truth) {
        for (int distancePct : Measure.IMBALANCE_LOG_ERROR.distancesPct()) {
            double estimated = map.logImbalance(distancePct, truth.floorUsd());
            double actual = truth.map().logImbalance(distancePct, truth.floorUsd());
            samples.add(Metric.at(Measure.IMBALANCE_LOG_ERROR, distancePct), Math.abs(estimated - actual));
        }
    }

    private void addShape(MapReading map, MapReading truth) {
        samples.add(Metric.of(Measure.EARTH_MOVERS_DISTANCE_PCT), EarthMoversDistance.pct(map, truth));
        samples.add(
                Metric.of(Measure.BIN_RANK_CORRELATION),
                Correlation.spearman(map.bins(BIN_STEPS, BIN_REACH_PCT), truth.bins(BIN_STEPS, BIN_REACH_PCT)));
        samples.add(Metric.of(Measure.DENSITY_CORRELATION), DensityCorrelation.of(map, truth));
        samples.add(Metric.of(Measure.CLUSTER_HIT_RATE), ClusterHits.rate(map, truth));
    }

    private double imbalanceOverTime(int distancePct) {
        double[] estimated = new double[truths.size()];
        double[] actual = new double[truths.size()];
        for (int i = 0; i < estimated.length; i++) {
            Truth truth = truths.get(i);
            estimated[i] = estimates.get(i).logImbalance(distancePct, truth.floorUsd());
            actual[i] = truth.map().logImbalance(distancePct, truth.floorUsd());
        }
        return Correlation.spearman(estimated, actual);
    }
}
