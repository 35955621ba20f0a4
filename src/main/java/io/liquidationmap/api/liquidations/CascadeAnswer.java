package io.liquidationmap.api.liquidations;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.liquidationmap.api.liquidations.CascadeScenarioEntry.LevelEntry;
import io.liquidationmap.api.problem.ProblemCode;
import io.liquidationmap.api.problem.ProblemException;
import io.liquidationmap.api.query.Choice;
import io.liquidationmap.api.query.ParameterError;
import io.liquidationmap.api.representation.Columns;
import io.liquidationmap.api.representation.Table;
import io.liquidationmap.api.representation.Tables;
import io.liquidationmap.api.representation.Tabular;
import io.liquidationmap.maps.CascadeView;
import io.liquidationmap.maps.MarketSnapshot;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a shock would set off.
record CascadeAnswer(
        @JsonUnwrapped MarketEcho market,

        @Schema(description = "What is assumed to happen first, percent of the current price; negative for a fall.")
        double shockPct,

        @Schema(
                allowableValues = {"up", "down"},
                description = "Where price goes.")
        String direction,

        @Schema(
                description = "Which positions are liquidated on the way.",
                allowableValues = {"long", "short"})
        String side,

        @Schema(description = "The current price after the shock alone, US dollars per coin.")
        double shockPrice,

        @Schema(description = "How far the map reaches in that direction, US dollars per coin.")
        double mapEndPrice,

        CascadeAssumptionsEntry assumptions,

        @Schema(description = "One per assumption about the order book, deepest first.")
        List<CascadeScenarioEntry> scenarios,

        @Schema(description = "What the numbers are not.") String notice,

        @JsonUnwrapped Provenance provenance)
        implements Tabular {

    static final Tables<CascadeAnswer> TABLES = Tables.<CascadeAnswer>withMain("levels")
            .and("scenarios", CascadeAnswer::scenarioTable)
            .and("coverage", answer -> answer.provenance.table(answer.market));

    private static final String NOTICE =
            "A scenario, not a forecast: what the map would set off if the shock happened and order books were as assumed."
                    + " It does not say that the shock will happen, how long a cascade takes, who steps in, or how much of"
                    + " the move is taken back.";

    /// @throws ProblemException if the depth of the order book is neither given nor known
    static CascadeAnswer of(MarketSnapshot snapshot, CascadeRequest request) {
        CascadeView view = snapshot.cascade(request.shockPct() / 100, request.depthUsd());
        if (view.outcomes().isEmpty()) {
            throw new ProblemException(
                    ProblemCode.UNKNOWN_DEPTH,
                    new ParameterError(
                            CascadeRequest.DEPTH_USD.name(),
                            "is needed here: what is traded on an average day, from which it is estimated, is unknown",
                            CascadeRequest.DEPTH_USD.type().allowed()));
        }
        return new CascadeAnswer(
                MarketEcho.of(snapshot),
                request.shockPct(),
                Choice.nameOf(Direction.liquidating(view.side())),
                Choice.nameOf(view.side()),
                snapshot.price() + snapshot.price() * request.shockPct() / 100,
                view.mapEnd(),
                CascadeAssumptionsEntry.of(view.assumptions()),
                view.outcomes().stream()
                        .map(outcome -> CascadeScenarioEntry.of(outcome, view, snapshot.price()))
                        .toList(),
                NOTICE,
                Provenance.of(snapshot));
    }

    @Override
    public Table table() {
        List<String> columns = new ArrayList<>(MarketEcho.COLUMNS);
        columns.add("shock_pct");
        columns.addAll(CascadeScenarioEntry.COLUMNS);
        columns.addAll(LevelEntry.COLUMNS);
        Table table = Table.withColumns(columns);
        for (CascadeScenarioEntry scenario : scenarios) {
            for (LevelEntry level : scenario.levels()) {
                List<@Nullable Object> cells = market.cells();
                cells.add(shockPct);
                cells.addAll(scenario.cells());
                cells.addAll(level.cells());
                table.row(cells);
            }
        }
        return table;
    }

    /// One row per scenario, also of one that passes no level.
    private Table scenarioTable() {
        Columns<CascadeScenarioEntry> columns = Columns.<CascadeScenarioEntry>of("shock_pct", _ -> shockPct)
                .and("depth_factor", CascadeScenarioEntry::depthFactor)
                .and(CascadeScenarioEntry.COLUMNS, CascadeScenarioEntry::cells);
        return market.table(columns, scenarios);
    }

    @Override
    public Table table(String name) {
        return TABLES.table(this, name);
    }
}
