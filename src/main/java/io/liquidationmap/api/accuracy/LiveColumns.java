package io.liquidationmap.api.accuracy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The scores of predictions as cells: one row per instrument and length of buckets.
final class LiveColumns {

    static final List<String> NAMES = List.of(
            "venue",
            "instrument",
            "simulated",
            "bucket",
            "buckets",
            "least_buckets",
            "from",
            "to",
            "model_versions",
            "completeness",
            "map_rank_correlation",
            "map_predicted_to_realised",
            "naive_rank_correlation",
            "naive_predicted_to_realised",
            "control_rank_correlation",
            "control_predicted_to_realised",
            "map_minus_naive_rank_correlation",
            "map_minus_naive_rank_correlation_low",
            "map_minus_naive_rank_correlation_high",
            "control_minus_naive_rank_correlation",
            "control_minus_naive_rank_correlation_low",
            "control_minus_naive_rank_correlation_high",
            "unknown_because");

    private LiveColumns() {}

    static List<@Nullable Object> row(LiveEntry live) {
        List<@Nullable Object> cells = new ArrayList<>(Arrays.<@Nullable Object>asList(
                live.venue(),
                live.instrument(),
                live.simulated(),
                live.bucket(),
                live.buckets(),
                live.leastBuckets(),
                live.from(),
                live.to(),
                String.join("; ", live.modelVersions()),
                live.completeness()));
        add(cells, live.map());
        add(cells, live.naive());
        add(cells, live.control());
        add(cells, live.mapMinusNaive());
        add(cells, live.controlMinusNaive());
        cells.add(live.unknownBecause());
        return cells;
    }

    private static void add(List<@Nullable Object> cells, @Nullable LiveMethod method) {
        cells.add(method == null ? null : method.rankCorrelation());
        cells.add(method == null ? null : method.predictedToRealised());
    }

    private static void add(List<@Nullable Object> cells, @Nullable LiveDifference difference) {
        cells.add(difference == null ? null : difference.rankCorrelation());
        cells.add(difference == null ? null : difference.low());
        cells.add(difference == null ? null : difference.high());
    }
}
