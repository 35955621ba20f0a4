package io.liquidationmap.api.accuracy;

import io.liquidationmap.api.representation.Columns;
import io.liquidationmap.api.representation.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All sections in one table. The first column says of which a row is; the columns of the others are blank.
final class AccuracyTable {

    private static final List<List<String>> NAMES =
            List.of(SimulatedColumns.NAMES, LiveColumns.NAMES, KnownColumns.NAMES);

    private AccuracyTable() {}

    static Table of(SimulatedScores simulated, List<LiveEntry> live, List<KnownEntry> known) {
        Table table = Table.withColumns(
                Stream.concat(Stream.of("section"), NAMES.stream().flatMap(List::stream))
                        .toList());
        SimulatedColumns.rows(simulated).forEach(cells -> table.row(row("simulated", 0, cells)));
        live.forEach(entry -> table.row(row("live", 1, LiveColumns.row(entry))));
        known.forEach(entry -> table.row(row("known", 2, KnownColumns.row(entry))));
        return table;
    }

    /// One section alone, without the column that says which.
    static Table ofSimulated(SimulatedScores simulated) {
        Table table = Table.withColumns(SimulatedColumns.NAMES);
        SimulatedColumns.rows(simulated).forEach(table::row);
        return table;
    }

    static Table ofLive(List<LiveEntry> live) {
        return Columns.of(LiveColumns.NAMES, LiveColumns::row).table(live);
    }

    static Table ofKnown(List<KnownEntry> known) {
        return Columns.of(KnownColumns.NAMES, KnownColumns::row).table(known);
    }

    /// @param place of the section among all
    private static List<@Nullable Object> row(String section, int place, List<@Nullable Object> own) {
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(section);
        for (int i = 0; i < NAMES.size(); i++) {
            cells.addAll(i == place ? own : blank(NAMES.get(i)));
        }
        return cells;
    }

    private static List<@Nullable Object> blank(List<String> columns) {
        return Collections.<@Nullable Object>nCopies(columns.size(), null);
    }
}
