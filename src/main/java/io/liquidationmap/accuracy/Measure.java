package io.liquidationmap.accuracy;

import java.util.List;

/// What is measured of a map against the truth. `docs/accuracy.md` says more.
public enum Measure {
    /// `exp(mean |ln(estimate / truth)|)` of the cumulative amounts over sides and snapshots: 2 is a factor of two off.
    FACTOR_ERROR,
    /// `mean ln(estimate / truth)` of the same amounts: positive where the map says too much.
    LOG_BIAS,
    /// Share of the true cumulative amounts that lie in the map's band for them.
    BAND_COVERAGE,
    /// Mean `|ln(up / down) − true ln(up / down)|`.
    IMBALANCE_LOG_ERROR,
    /// Spearman correlation over the snapshots of a world of ln(up / down) with the true one.
    IMBALANCE_RANK_CORRELATION,
    /// Share of the true ln(up / down) that lie in the map's band for it.
    IMBALANCE_BAND_COVERAGE,
    /// Earth mover's distance of the shapes within ±30 %, percent of the price.
    EARTH_MOVERS_DISTANCE_PCT,
    /// Spearman correlation of the amounts in bins of 0.5 % of the price within ±20 %.
    BIN_RANK_CORRELATION,
    /// Pearson correlation of the densities within ±20 %, each blurred over 0.3 % and less its blur over 2.5 %.
    DENSITY_CORRELATION,
    /// Share of the ten highest peaks of the true detrended density within ±20 % that have one of the map's ten within
    /// 0.5 % of the price.
    CLUSTER_HIT_RATE,
    /// Share of the true amounts in bins of 0.5 % within ±20 % that lie in the map's band for the bin.
    BIN_BAND_COVERAGE;

    /// How far from the price it is measured, percent; empty if it is one number for the whole map.
    public List<Integer> distancesPct() {
        return switch (this) {
            case FACTOR_ERROR, LOG_BIAS, BAND_COVERAGE -> List.of(2, 5, 10, 20);
            case IMBALANCE_LOG_ERROR, IMBALANCE_RANK_CORRELATION, IMBALANCE_BAND_COVERAGE -> List.of(5, 10, 20);
            case EARTH_MOVERS_DISTANCE_PCT,
                    BIN_RANK_CORRELATION,
                    DENSITY_CORRELATION,
                    CLUSTER_HIT_RATE,
                    BIN_BAND_COVERAGE -> List.of();
        };
    }
}
