package io.liquidationmap.engine.ladder;

import io.liquidationmap.engine.Cluster;
import io.liquidationmap.engine.Estimate;
import org.jspecify.annotations.Nullable;

/// A stretch of price in which one part of the capital is put to work.
///
/// @param near where price enters it, coming from the current price; quote per coin
/// @param far where price leaves it
/// @param entry the price at which the part is assumed to be invested, between the two
/// @param levels all that is liquidated in it
/// @param cluster the heavy levels it ends with; null where it was not cut at one
public record Zone(
        double near,
        double far,
        double entry,
        Estimate levels,
        @Nullable Cluster cluster) {

    /// Its lower end.
    public double low() {
        return Math.min(near, far);
    }

    /// Its upper end.
    public double high() {
        return Math.max(near, far);
    }
}
