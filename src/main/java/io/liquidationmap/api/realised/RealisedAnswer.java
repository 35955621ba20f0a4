package io.liquidationmap.api.realised;

import io.liquidationmap.api.representation.Columns;
import io.liquidationmap.api.representation.Table;
import io.liquidationmap.api.representation.Tables;
import io.liquidationmap.api.representation.Tabular;
import io.liquidationmap.maps.Realised;
import io.liquidationmap.market.Range;
import io.liquidationmap.market.Venue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was liquidated.
record RealisedAnswer(
        @Schema(example = "BTC") String symbol,

        @Schema(example = "7d", description = "In canonical form; null where the stretch was given by its ends.")
        @Nullable String range,

        @Schema(example = "1h", description = "Length of a step.")
        String step,

        @Schema(description = "The venues that were asked.") List<String> venues,

        @Schema(description = "The instant the answer is for.")
        Instant asOf,

        long asOfMs,

        @Schema(description = "Beginning of the first step.")
        Instant from,

        long fromMs,

        @Schema(description = "End of the last step.") Instant to,

        long toMs,

        @Schema(description = "Whether any of the data comes from a simulated venue.")
        boolean simulated,

        @Schema(description = "Ascending by time, then by venue; every step, also those of which nothing is known.")
        List<RealisedEntry> steps,

        @Schema(description = "What is known of each instrument.")
        List<RealisedCoverageEntry> coverage,

        @Schema(description = "How the answer was made.") Method method)
        implements Tabular {

    static final Tables<RealisedAnswer> TABLES = Tables.<RealisedAnswer>withMain("steps")
            .and("coverage", answer -> answer.table(RealisedCoverageEntry.COLUMNS, answer.coverage))
            .and("gaps", RealisedAnswer::gapTable);

    private static final String NOTICE = "as the venues publish it, which is not all that happens";

    static RealisedAnswer of(Realised realised, RealisedRequest request) {
        Range range = request.range();
        return new RealisedAnswer(
                realised.symbol(),
                range == null ? null : range.toString(),
                request.query().step().toString(),
                realised.venues().stream().map(Venue::name).toList(),
                realised.asOf(),
                realised.asOf().toEpochMilli(),
                realised.from(),
                realised.from().toEpochMilli(),
                realised.to(),
                realised.to().toEpochMilli(),
                realised.simulated(),
                realised.steps().stream()
                        .map(step -> RealisedEntry.of(step, request.query().step()))
                        .toList(),
                realised.observations().stream().map(RealisedCoverageEntry::of).toList(),
                new Method(realised.version(), realised.inputHash(), NOTICE));
    }

    /// How an answer was made.
    @Schema(name = "RealisedMethod")
    record Method(
            @Schema(example = "realised-1", description = "Name and version of what puts the sources together.")
            String version,

            @Schema(
                    description =
                            "Digest of everything that was read for the answer: events, stretches listened to, sums in"
                                    + " bars, and how much of what happens those are said to show.")
            String inputHash,

            @Schema(description = "What the numbers are not.")
            String notice) {}

    @Override
    public Table table() {
        Table table = Table.withColumns(List.of(
                "symbol",
                "as_of",
                "simulated",
                "from",
                "to",
                "venue",
                "side",
                "liquidated_usd",
                "events",
                "completeness",
                "covered_pct",
                "source"));
        for (RealisedEntry step : steps) {
            table.row(
                    symbol,
                    asOf,
                    simulated,
                    step.from(),
                    step.to(),
                    step.venue(),
                    step.side(),
                    step.usd(),
                    step.events(),
                    step.completeness(),
                    step.coveredPct(),
                    step.source());
        }
        return table;
    }

    /// A row per stretch of which nothing is known.
    private Table gapTable() {
        record Row(RealisedCoverageEntry of, RealisedCoverageEntry.Gap gap) {}
        Columns<Row> columns = Columns.<Row>of("venue", row -> row.of.venue())
                .and("instrument", row -> row.of.instrument())
                .and("from", row -> row.gap.from())
                .and("to", row -> row.gap.to());
        List<Row> rows = coverage.stream()
                .flatMap(entry -> entry.gaps().stream().map(gap -> new Row(entry, gap)))
                .toList();
        return table(columns, rows);
    }

    private <T> Table table(Columns<T> columns, List<T> rows) {
        return columns.table(List.of("symbol", "as_of", "simulated"), List.of(symbol, asOf, simulated), rows);
    }

    @Override
    public Table table(String name) {
        return TABLES.table(this, name);
    }
}
