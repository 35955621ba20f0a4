package io.liquidationmap.api.liquidations;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.liquidationmap.api.problem.ProblemCode;
import io.liquidationmap.api.problem.ProblemException;
import io.liquidationmap.api.query.Choice;
import io.liquidationmap.api.query.ParameterError;
import io.liquidationmap.api.representation.Table;
import io.liquidationmap.api.representation.Tables;
import io.liquidationmap.api.representation.Tabular;
import io.liquidationmap.maps.MarketSnapshot;
import io.liquidationmap.maps.Reach;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The price at which an amount is liquidated.
record ReachAnswer(
        @JsonUnwrapped MarketEcho market,

        @Schema(
                allowableValues = {"up", "down"},
                description = "Where price goes.")
        String direction,

        @Schema(
                description = "Which positions are liquidated on the way.",
                allowableValues = {"long", "short"})
        String side,

        @Schema(description = "The amount, US dollars.") double usd,

        @Schema(description = "The nearest price at which that much is liquidated, US dollars per coin.")
        double targetPrice,

        @Schema(description = "From the current price to that one, percent; negative below.")
        double distancePct,

        @Schema(description = "All that the map holds on that side, US dollars.")
        double availableUsd,

        @JsonUnwrapped Provenance provenance)
        implements Tabular {

    static final Tables<ReachAnswer> TABLES =
            Tables.<ReachAnswer>withMain("answer").and("coverage", answer -> answer.provenance.table(answer.market));

    /// @throws ProblemException if the map holds less
    static ReachAnswer of(MarketSnapshot snapshot, ReachRequest request) {
        Reach reach = snapshot.reach(request.direction().liquidated(), request.usd());
        double target = reach.target().orElseThrow(() -> beyondTheMap(reach));
        return new ReachAnswer(
                MarketEcho.of(snapshot),
                Choice.nameOf(request.direction()),
                Choice.nameOf(reach.side()),
                request.usd(),
                target,
                Percent.between(snapshot.price(), target),
                reach.availableUsd(),
                Provenance.of(snapshot));
    }

    @Override
    public Table table() {
        List<String> columns = new ArrayList<>(MarketEcho.COLUMNS);
        columns.addAll(
                List.of("direction", "side", "liquidated_usd", "target_price_usd", "distance_pct", "available_usd"));
        List<@Nullable Object> cells = market.cells();
        cells.add(direction);
        cells.add(side);
        cells.add(usd);
        cells.add(targetPrice);
        cells.add(distancePct);
        cells.add(availableUsd);
        return Table.withColumns(columns).row(cells);
    }

    @Override
    public Table table(String name) {
        return TABLES.table(this, name);
    }

    private static ProblemException beyondTheMap(Reach reach) {
        String most = new BigDecimal(reach.availableUsd())
                .setScale(2, RoundingMode.FLOOR)
                .toPlainString();
        return new ProblemException(
                ProblemCode.BEYOND_THE_MAP,
                new ParameterError("usd", "is more than the map holds in that direction", "at most " + most));
    }
}
