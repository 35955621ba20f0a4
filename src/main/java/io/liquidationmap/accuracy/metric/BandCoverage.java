package io.liquidationmap.accuracy.metric;

import io.liquidationmap.accuracy.Measure;
import io.liquidationmap.accuracy.Metric;
import io.liquidationmap.accuracy.metric.MapEstimate.Bands;
import io.liquidationmap.engine.Band;
import io.liquidationmap.market.Side;

/// Which truths lie in the bands of a map. Amounts are floored on both sides of the comparison, like everywhere.
final class BandCoverage {

    private static final int BIN_STEPS = 5;
    private static final int BIN_REACH_PCT = 20;

    private BandCoverage() {}

    /// Adds 1 for every truth inside and 0 for every one outside.
    static void add(Bands bands, Truth truth, Samples samples) {
        for (int distancePct : Measure.BAND_COVERAGE.distancesPct()) {
            for (Side side : Side.values()) {
                Band band = bands.cumulativeUsd(side, distancePct / 100.0);
                samples.add(
                        Metric.at(Measure.BAND_COVERAGE, distancePct),
                        covers(band, truth.map().cumulativeUsd(side, distancePct), truth));
            }
        }
        for (int distancePct : Measure.IMBALANCE_BAND_COVERAGE.distancesPct()) {
            Band band = bands.logImbalance(distancePct / 100.0);
            double actual = truth.map().logImbalance(distancePct, truth.floorUsd());
            samples.add(Metric.at(Measure.IMBALANCE_BAND_COVERAGE, distancePct), band.contains(actual) ? 1 : 0);
        }
        for (Side side : Side.values()) {
            double[] bins = truth.map().bins(side, BIN_STEPS, BIN_REACH_PCT);
            for (int bin = 0; bin < bins.length; bin++) {
                Band band = bands.usdBetween(side, distance(bin), distance(bin + 1));
                samples.add(Metric.of(Measure.BIN_BAND_COVERAGE), covers(band, bins[bin], truth));
            }
        }
    }

    private static double distance(int bin) {
        return (double) bin * BIN_STEPS / (100 * MapReading.STEPS_PER_PCT);
    }

    private static double covers(Band band, double usd, Truth truth) {
        double actual = truth.floored(usd);
        return truth.floored(band.low()) <= actual && actual <= truth.floored(band.high()) ? 1 : 0;
    }
}
