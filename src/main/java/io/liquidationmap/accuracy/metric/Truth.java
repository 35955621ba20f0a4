package io.liquidationmap.accuracy.metric;

import io.liquidationmap.simulation.TrueMap;

/// What an estimate is measured against.
///
/// @param map the map of the known positions
/// @param floorUsd an amount below this counts as this: one that is all but zero on one side would otherwise decide a
///     mean of logarithms
public record Truth(MapReading map, double floorUsd) {

    private static final double FLOOR_OF_OPEN_INTEREST = 1e-4;

    /// The truth of these positions.
    public static Truth of(TrueMap positions) {
        return new Truth(
                MapReading.of(PointMap.of(positions)),
                FLOOR_OF_OPEN_INTEREST * positions.openInterest() * positions.price());
    }

    double floored(double usd) {
        return Math.max(usd, floorUsd);
    }
}
