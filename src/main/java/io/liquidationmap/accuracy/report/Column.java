package io.liquidationmap.accuracy.report;

import io.liquidationmap.accuracy.Measure;
import io.liquidationmap.accuracy.Metric;
import java.util.List;
import java.util.Objects;

/// A column of a table in the documentation.
///
/// @param metric what it shows
/// @param title its heading
record Column(Metric metric, String title) {

    static Column of(Metric metric) {
        return new Column(metric, title(metric.measure()) + distance(metric));
    }

    /// The columns of one measure.
    static List<Column> of(Measure measure) {
        return Metric.all().stream()
                .filter(metric -> metric.measure() == measure)
                .map(Column::of)
                .toList();
    }

    private static String distance(Metric metric) {
        return metric.distancePct() == null ? "" : " ±" + Objects.requireNonNull(metric.distancePct()) + " %";
    }

    private static String title(Measure measure) {
        return switch (measure) {
            case FACTOR_ERROR -> "×/÷";
            case LOG_BIAS -> "bias";
            case BAND_COVERAGE -> "band";
            case IMBALANCE_LOG_ERROR -> "error";
            case IMBALANCE_RANK_CORRELATION -> "over time";
            case IMBALANCE_BAND_COVERAGE -> "imbalance";
            case EARTH_MOVERS_DISTANCE_PCT -> "earth mover's, %";
            case BIN_RANK_CORRELATION -> "rank";
            case DENSITY_CORRELATION -> "density";
            case CLUSTER_HIT_RATE -> "hits";
            case BIN_BAND_COVERAGE -> "bins";
        };
    }
}
