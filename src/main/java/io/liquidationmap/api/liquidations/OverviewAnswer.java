package io.liquidationmap.api.liquidations;

import io.liquidationmap.api.query.Choice;
import io.liquidationmap.api.representation.Millis;
import io.liquidationmap.api.representation.Table;
import io.liquidationmap.api.representation.Tabular;
import io.liquidationmap.maps.Market;
import io.liquidationmap.maps.OverviewQuery;
import io.liquidationmap.maps.SymbolOverview;
import io.liquidationmap.market.Venue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Many symbols at a glance.
record OverviewAnswer(
        @Schema(description = "One per row, in their order.")
        List<String> symbols,

        @Schema(example = "30d", description = "In canonical form.")
        String range,

        @Schema(example = "conserved") String model,

        @Schema(description = "The venues that contribute to any row.")
        List<String> venues,

        @Schema(
                description =
                        "The instant the answer is for; without one asked for, that of the latest row. Null if no row"
                                + " has any.")
        @Nullable Instant asOf,

        @Schema(description = "The same, epoch milliseconds.") @Nullable Long asOfMs,

        List<OverviewEntry> rows,

        @Schema(description = "How the answer was made; version and input of each row stand in it.")
        OverviewMethod method)
        implements Tabular {

    static OverviewAnswer of(OverviewQuery query, List<SymbolOverview> rows) {
        Instant asOf = query.asOf() == null ? latest(rows, Market::asOf) : query.asOf();
        return new OverviewAnswer(
                rows.stream().map(SymbolOverview::symbol).toList(),
                query.range().toString(),
                Choice.nameOf(query.model()),
                rows.stream()
                        .map(SymbolOverview::summary)
                        .filter(Objects::nonNull)
                        .flatMap(summary -> summary.market().venues().stream())
                        .map(Venue::name)
                        .distinct()
                        .sorted()
                        .toList(),
                asOf,
                Millis.of(asOf),
                rows.stream().map(OverviewEntry::of).toList(),
                new OverviewMethod(
                        Provenance.CONVENTION,
                        Provenance.VALUATION,
                        Provenance.bands(query.model()),
                        Provenance.NOTICE));
    }

    /// The latest of an instant that every row has that has anything; null if none has.
    static @Nullable Instant latest(List<SymbolOverview> rows, Function<Market, Instant> instant) {
        return rows.stream()
                .map(SymbolOverview::summary)
                .filter(Objects::nonNull)
                .map(summary -> instant.apply(summary.market()))
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /// What all rows have in common.
    record OverviewMethod(
            @Schema(description = "How the two sides relate to open interest.")
            String convention,

            @Schema(description = "At which price positions are turned into dollars.")
            String valuation,

            @Schema(description = "How to read the ends of bands; null where no band is claimed.") @Nullable String bands,

            @Schema(description = "What the numbers are not.")
            String notice) {}

    @Override
    public Table table() {
        List<String> columns = new ArrayList<>(List.of("range", "model"));
        columns.addAll(OverviewEntry.COLUMNS);
        Table table = Table.withColumns(columns);
        for (OverviewEntry row : rows) {
            List<@Nullable Object> cells = new ArrayList<>();
            cells.add(range);
            cells.add(model);
            cells.addAll(row.cells());
            table.row(cells);
        }
        return table;
    }
}
