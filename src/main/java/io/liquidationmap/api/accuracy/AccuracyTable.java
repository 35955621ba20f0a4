package io.liquidationmap.api.accuracy;

import io.liquidationmap.api.representation.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Both sections in one table. The first column says of which a row is; the columns of the other are blank.
final class AccuracyTable {

    private AccuracyTable() {}

    static Table of(SimulatedScores simulated, List<LiveEntry> live) {
        List<String> simulatedNames = SimulatedColumns.NAMES;
        List<String> liveNames = LiveColumns.NAMES;
        Table table = Table.withColumns(Stream.of(List.of("section"), simulatedNames, liveNames)
                .flatMap(List::stream)
                .toList());
        SimulatedColumns.rows(simulated).forEach(cells -> table.row(row("simulated", cells, blank(liveNames))));
        live.forEach(entry -> table.row(row("live", blank(simulatedNames), LiveColumns.row(entry))));
        return table;
    }

    private static List<@Nullable Object> row(
            String section, List<@Nullable Object> simulated, List<@Nullable Object> live) {
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(section);
        cells.addAll(simulated);
        cells.addAll(live);
        return cells;
    }

    private static List<@Nullable Object> blank(List<String> columns) {
        return Collections.<@Nullable Object>nCopies(columns.size(), null);
    }
}
