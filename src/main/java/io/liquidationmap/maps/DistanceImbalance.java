package io.liquidationmap.maps;

import io.liquidationmap.engine.Imbalance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Shorts above the price against longs below it, out to one distance.
///
/// @param distancePct how far, in percent of the price; null for the ends of the map
/// @param imbalance the amounts and the prices they reach to
public record DistanceImbalance(@Nullable Double distancePct, Imbalance imbalance) {

    /// The distances of every answer, percent of the price, ascending.
    public static final List<Double> DISTANCES_PCT = List.of(2.0, 5.0, 10.0, 20.0);

    /// ln(up / down); NaN unless both sides hold something.
    public double logRatio() {
        return imbalance.upUsd() > 0 && imbalance.downUsd() > 0
                ? Math.log(imbalance.upUsd() / imbalance.downUsd())
                : Double.NaN;
    }
}
