package io.liquidationmap.api.liquidations;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.liquidationmap.api.problem.ProblemCode;
import io.liquidationmap.api.problem.ProblemException;
import io.liquidationmap.api.query.Choice;
import io.liquidationmap.api.query.ParameterError;
import io.liquidationmap.api.representation.Columns;
import io.liquidationmap.api.representation.Table;
import io.liquidationmap.api.representation.Tables;
import io.liquidationmap.api.representation.Tabular;
import io.liquidationmap.engine.ladder.Ladder;
import io.liquidationmap.engine.ladder.Zones;
import io.liquidationmap.maps.LadderReading;
import io.liquidationmap.maps.LadderView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Capital put to work in phases.
record LadderAnswer(
        @JsonUnwrapped MarketEcho market,

        @Schema(
                allowableValues = {"long", "short"},
                description = "The direction of the position.")
        String side,

        @Schema(description = "All that is invested as margin, US dollars.")
        double capitalUsd,

        @Schema(
                allowableValues = {"clusters", "quantiles"},
                description = "Where zones are cut.")
        String cut,

        @Schema(description = "The same in words.") String cutExplanation,

        ContractEntry contract,

        @Schema(
                description =
                        "The highest leverage, in tenths, with which no phase is liquidated before price has passed"
                                + " the last zone: the lowest of the phases'. Null where not even 1 is low enough.")
        @Nullable Double liquidationFreeLeverage,

        @Schema(description = "In order, from the current price outwards.")
        List<LadderPhaseEntry> phases,

        @Schema(description = "What the numbers are not.") String notice,

        @JsonUnwrapped Provenance provenance)
        implements Tabular {

    static final Tables<LadderAnswer> TABLES = Tables.<LadderAnswer>withMain("phases")
            .and("contract", answer -> answer.market.table(ContractEntry.COLUMNS, List.of(answer.contract)))
            .and("coverage", answer -> answer.provenance.table(answer.market));

    private static final String BEHIND_CLUSTERS =
            "each zone ends behind one of the heaviest clusters within spanPct and is entered where that is densest";
    private static final String EQUAL_PARTS =
            "the map has fewer clusters than phases within spanPct, so each zone holds an equal part of what is liquidated"
                    + " there and is entered where half of that has been";
    private static final String NOTICE =
            "Arithmetic on a modelled map, not advice: nothing says that price goes there, turns there or stops there."
                    + " Leverage is for one isolated position at entry prices that are met exactly; fees and funding, which"
                    + " bring liquidation nearer, are left out unless the venue's formula has them.";

    /// @throws ProblemException if the map holds nothing to cut zones at
    static LadderAnswer of(LadderReading reading, LadderRequest request) {
        LadderView view = reading.view(request.ladder());
        Ladder ladder = view.ladder();
        if (ladder.rungs().isEmpty()) {
            throw new ProblemException(
                    ProblemCode.BEYOND_THE_MAP,
                    new ParameterError(
                            WindowParameters.SPAN_PCT.name(),
                            "reaches no level of the map on that side",
                            WindowParameters.SPAN_PCT.type().allowed()));
        }
        double price = reading.snapshot().price();
        List<LadderPhaseEntry> phases = new ArrayList<>();
        ladder.rungs().forEach(rung -> phases.add(LadderPhaseEntry.of(phases.size() + 1, rung, price)));
        boolean behindClusters = ladder.cut() == Zones.Cut.CLUSTERS;
        return new LadderAnswer(
                MarketEcho.of(reading.snapshot()),
                Choice.nameOf(request.ladder().side()),
                request.ladder().capitalUsd(),
                Choice.nameOf(ladder.cut()),
                behindClusters ? BEHIND_CLUSTERS : EQUAL_PARTS,
                ContractEntry.of(view),
                lowestLeverage(phases),
                phases,
                NOTICE,
                Provenance.of(reading.market(), reading.snapshot().errorFactor()));
    }

    private static @Nullable Double lowestLeverage(List<LadderPhaseEntry> phases) {
        List<Double> leverages = phases.stream()
                .map(LadderPhaseEntry::liquidationFreeLeverage)
                .filter(Objects::nonNull)
                .toList();
        return leverages.size() < phases.size()
                ? null
                : leverages.stream().min(Double::compare).orElse(null);
    }

    @Override
    public Table table() {
        List<String> columns = new ArrayList<>(MarketEcho.COLUMNS);
        columns.addAll(List.of("side", "capital_usd", "cut", "contract_venue", "contract_instrument"));
        columns.addAll(LadderPhaseEntry.COLUMNS);
        Table table = Table.withColumns(columns);
        for (LadderPhaseEntry phase : phases) {
            List<@Nullable Object> cells = market.cells();
            cells.add(side);
            cells.add(capitalUsd);
            cells.add(cut);
            cells.add(contract.venue());
            cells.add(contract.instrument());
            cells.addAll(phase.cells());
            table.row(cells);
        }
        return table;
    }

    @Override
    public Table table(String name) {
        return TABLES.table(this, name);
    }

    /// Whose margin rules apply.
    @Schema(description = "The contract whose margin tiers and formula apply: the largest of those that answer.")
    record ContractEntry(
            @Schema(example = "binance") String venue,
            @Schema(example = "BTCUSDT") String instrument,
            @Schema(description = "Name of the formula.") String formula,

            @Schema(description = "Where the margin tiers come from.")
            String tiersSource,

            @Schema(description = "The day on which they held.")
            LocalDate tiersAsOf) {

        static final Columns<ContractEntry> COLUMNS = Columns.<ContractEntry>of("venue", ContractEntry::venue)
                .and("instrument", ContractEntry::instrument)
                .and("formula", ContractEntry::formula)
                .and("tiers_source", ContractEntry::tiersSource)
                .and("tiers_as_of", ContractEntry::tiersAsOf);

        static ContractEntry of(LadderView view) {
            return new ContractEntry(
                    view.instrument().venue().name(),
                    view.instrument().symbol(),
                    view.formula(),
                    view.tiersSource(),
                    view.tiersAsOf());
        }
    }
}
