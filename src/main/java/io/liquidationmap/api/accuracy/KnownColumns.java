package io.liquidationmap.api.accuracy;

import io.liquidationmap.engine.MapComparison;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The comparisons with known positions as cells: one row per symbol.
final class KnownColumns {

    static final List<String> NAMES = Stream.of(
                    Stream.of(
                            "known_symbol",
                            "known_venues",
                            "known_simulated",
                            "known_as_of",
                            "known_share_of_longs",
                            "known_share_of_shorts",
                            "known_model_version"),
                    MapComparison.DISTANCES.stream()
                            .map(distance -> "known_within_" + Math.round(distance * 100) + "_pct_factor_error"),
                    Stream.of("known_cluster_hit_rate"))
            .flatMap(names -> names)
            .toList();

    private KnownColumns() {}

    static List<@Nullable Object> row(KnownEntry known) {
        List<@Nullable Object> cells = new ArrayList<>(Arrays.<@Nullable Object>asList(
                known.symbol(),
                String.join(" ", known.venues()),
                known.simulated(),
                known.asOf(),
                known.knownShareLong(),
                known.knownShareShort(),
                known.modelVersion()));
        known.distances().forEach(distance -> cells.add(distance.factorError()));
        cells.add(known.clusterHitRate());
        return cells;
    }
}
