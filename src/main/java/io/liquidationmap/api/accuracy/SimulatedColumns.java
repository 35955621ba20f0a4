package io.liquidationmap.api.accuracy;

import io.liquidationmap.accuracy.Measure;
import io.liquidationmap.api.accuracy.SimulatedScores.WorldsEntry;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The scoreboard as cells: a row per kind of worlds and method, three columns per score.
final class SimulatedColumns {

    static final List<String> NAMES = names();

    private SimulatedColumns() {}

    static List<List<@Nullable Object>> rows(SimulatedScores scores) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (WorldsEntry group : scores.groups()) {
            for (MethodEntry method : group.methods()) {
                rows.add(row(group, method));
            }
        }
        return rows;
    }

    private static List<String> names() {
        List<String> columns = new ArrayList<>(List.of("worlds", "world_count", "method"));
        for (int distancePct : Measure.FACTOR_ERROR.distancesPct()) {
            String within = "within_" + distancePct + "_pct_";
            addColumns(columns, within + "factor_error", within + "log_bias", within + "band_coverage");
        }
        addColumns(
                columns,
                "earth_movers_distance_pct",
                "bin_rank_correlation",
                "density_correlation",
                "cluster_hit_rate",
                "bin_band_coverage");
        for (int distancePct : Measure.IMBALANCE_LOG_ERROR.distancesPct()) {
            String within = "within_" + distancePct + "_pct_imbalance_";
            addColumns(columns, within + "log_error", within + "rank_correlation", within + "band_coverage");
        }
        return List.copyOf(columns);
    }

    private static List<@Nullable Object> row(WorldsEntry group, MethodEntry method) {
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(group.worlds());
        cells.add(group.worldCount());
        cells.add(method.method());
        for (AmountScores amount : method.amounts()) {
            addCells(cells, amount.factorError(), amount.logBias(), amount.bandCoverage());
        }
        ShapeScores shape = method.shape();
        addCells(
                cells,
                shape.earthMoversDistancePct(),
                shape.binRankCorrelation(),
                shape.densityCorrelation(),
                shape.clusterHitRate(),
                shape.binBandCoverage());
        for (ImbalanceScores imbalance : method.imbalance()) {
            addCells(cells, imbalance.logError(), imbalance.rankCorrelation(), imbalance.bandCoverage());
        }
        return cells;
    }

    private static void addColumns(List<String> columns, String... names) {
        for (String name : names) {
            columns.addAll(List.of(name + "_median", name + "_low", name + "_high"));
        }
    }

    private static void addCells(List<@Nullable Object> cells, @Nullable SpreadEntry... scores) {
        for (@Nullable SpreadEntry score : scores) {
            cells.add(score == null ? null : score.median());
            cells.add(score == null ? null : score.low());
            cells.add(score == null ? null : score.high());
        }
    }
}
